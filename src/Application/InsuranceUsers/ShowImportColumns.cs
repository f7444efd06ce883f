using MediatR;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>What a file of insurance users has to look like, for whoever prepares one; and the empty file to begin with.</summary>
public static class ShowImportColumns
{
    /// <summary>The question.</summary>
    public sealed record Query : IRequest<Result<View>>;

    /// <summary>The answer.</summary>
    /// <param name="Columns">The columns, in the order in which they are exported.</param>
    /// <param name="Template">A file (CSV) of their names.</param>
    public sealed record View(IReadOnlyList<Column> Columns, byte[] Template);

    /// <summary>A column.</summary>
    /// <param name="Name">Its name in the file's head.</param>
    /// <param name="HeadOffice">Whether a head office has it.</param>
    /// <param name="Branch">Whether a branch has it.</param>
    /// <param name="Rule">What may stand in it.</param>
    /// <param name="Example">An example; empty where the rule says it all.</param>
    public sealed record Column(string Name, Requirement HeadOffice, Requirement Branch, string Rule, string Example);

    internal sealed class Handler(RegisterFile register) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken) =>
            new View(RegisterFile.Described, await register.TemplateAsync(cancellationToken));
    }
}
