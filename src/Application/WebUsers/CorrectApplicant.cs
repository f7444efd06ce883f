using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>変更する: the administrator corrects what is registered of an applicant.</summary>
public static class CorrectApplicant
{
    /// <summary>The request.</summary>
    /// <param name="UserId">WebユーザーID.</param>
    /// <param name="Version">Version of the Web user the page showed.</param>
    /// <param name="Within">The administrator's insurance user.</param>
    /// <param name="Typed">The fields (<see cref="ApplicantFields"/>) as typed.</param>
    public sealed record Command(string UserId, int Version, Guid Within, FieldValues Typed) : IRequest<Result>;

    internal sealed class Handler(IWebUsersDb db, IPrintableText printable, WebUserPolicy policy, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var found = await db.FindWithinAsync(request.UserId, request.Within, cancellationToken);
            if (!found.Succeeded) return Result.Refuse(found.Errors);
            var entry = ApplicationEntry.Read(ApplicationType.WebUser, ApplicantFields.All, request.Typed, printable);
            if (entry.Errors.Count > 0) return Result.Refuse(entry.Errors);
            if (found.Value.Version != request.Version) return new Error(WebUserErrors.ChangedMeanwhile);
            var (now, former) = (clock.Now(), found.Value.Details.MailAddress);
            var done = found.Value.Correct(entry.Tidied.ToApplicant(), now);
            if (!done.Succeeded) return done;
            await db.MoveLinksAsync(found.Value, former, policy, now, cancellationToken);
            return await db.SaveAsync(cancellationToken);
        }
    }
}
