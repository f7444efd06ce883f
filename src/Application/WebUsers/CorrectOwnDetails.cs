using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>
/// 登録内容の変更: a Web user corrects the own department, title, telephone number or mail address, after entering the password once more: codes and links go
/// to the mail address.
/// </summary>
public static class CorrectOwnDetails
{
    /// <summary>The request.</summary>
    /// <param name="Id">The Web user logged in.</param>
    /// <param name="Version">Version of the Web user the page showed.</param>
    /// <param name="Typed">The fields of <see cref="ShowOwnDetails"/> as typed.</param>
    /// <param name="Password">現在のパスワード as typed.</param>
    /// <param name="Origin">Network address it comes from.</param>
    public sealed record Command(Guid Id, int Version, FieldValues Typed, string Password, string Origin) : IRequest<Result>;

    internal sealed class Handler(IWebUsersDb db, OwnPassword password, IPrintableText printable, WebUserPolicy policy, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var shown = await db.WebUsers.AsNoTracking().SingleAsync(u => u.Id == request.Id, cancellationToken);
            var entry = ApplicationEntry.Read(ApplicationType.WebUser, OwnDetails.FieldsFor(shown.Role), request.Typed, printable);
            // Told together with what is wrong in the fields: the password is not kept on the page, and would be asked for again.
            Error[] missing = request.Password.Length == 0 ? [Error.At(nameof(request.Password), CredentialErrors.CurrentRequired)] : [];
            if (entry.Errors.Count + missing.Length > 0) return Result.Refuse([.. entry.Errors, .. missing]);
            if (shown.Version != request.Version) return new Error(WebUserErrors.ChangedMeanwhile);

            var checkedPassword = await password.CheckAsync(request.Id, request.Password, nameof(request.Password), request.Origin, now, cancellationToken);
            if (!checkedPassword.Succeeded) return checkedPassword;
            var user = await db.WebUsers.SingleAsync(u => u.Id == request.Id, cancellationToken);
            if (user.Version != request.Version) return new Error(WebUserErrors.ChangedMeanwhile);
            var former = user.Details.MailAddress;
            var done = user.Correct(user.Details.CorrectedBy(user.Role, entry.Tidied), now);
            if (!done.Succeeded) return done;
            await db.MoveLinksAsync(user, former, policy, now, cancellationToken);
            return await db.SaveAsync(cancellationToken);
        }
    }
}
