using MediatR;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.WebUsers;

/// <summary>まとめて追加する: how a file of applicants is made, and an empty one to fill in.</summary>
public static class ShowApplicantColumns
{
    /// <summary>The question.</summary>
    public sealed record Query : IRequest<Result<View>>;

    /// <summary>The answer.</summary>
    /// <param name="Columns">The fields that are columns.</param>
    /// <param name="Template">An empty file with its head.</param>
    public sealed record View(IReadOnlyList<ApplicationField> Columns, byte[] Template);

    internal sealed class Handler(ApplicantFile file) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken) => new View(ApplicantFile.Fields, await file.TemplateAsync(cancellationToken));
    }
}
