using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Registration;

/// <summary>Which registered insurance users may be the applicant already, each with why.</summary>
public static class FindAlikeUsers
{
    /// <summary>The question.</summary>
    /// <param name="ApplicationId">The application.</param>
    public sealed record Query(Guid ApplicationId) : IRequest<Result<Answer>>;

    /// <summary>The answer.</summary>
    /// <param name="Users">Those alike.</param>
    public sealed record Answer(IReadOnlyList<AlikeUser> Users);

    internal sealed class Handler(IRegistrationDb db, IRegisteredUsers registered) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancellationToken)
        {
            var application = await db.Applications.AsNoTracking().SingleAsync(a => a.Id == request.ApplicationId, cancellationToken);
            return new Answer(await registered.FindAlikeAsync(application.Type, application.Details, cancellationToken));
        }
    }
}
