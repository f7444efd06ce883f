using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>Asks a Web user logged in for the password again, before something that whoever finds an open window must not do.</summary>
internal sealed class OwnPassword(IWebUsersDb db, PasswordGuard guard, IPasswordHasher hasher)
{
    /// <summary>Whether it is the password; wrong ones count like those of ⑮, and are saved. Nothing else may be pending.</summary>
    /// <param name="userId">The Web user.</param>
    /// <param name="typed">The password as typed.</param>
    /// <param name="field">The field it was typed into.</param>
    /// <param name="origin">Network address it comes from.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result> CheckAsync(Guid userId, string typed, string field, string origin, DateTimeOffset now, CancellationToken ct)
    {
        var user = await db.WebUsers.AsNoTracking().SingleAsync(u => u.Id == userId, ct);
        var id = user.UserId.Value;
        var reserved = await guard.ReserveAsync(WebUserLookUp.Audience, id, origin, now, ct);
        if (reserved.RefusedUntil is { } until) return Paused(until);
        if (hasher.Fits(typed, user.Credential?.PasswordHash))
        {
            await guard.ConfirmAsync(WebUserLookUp.Audience, id, origin, now, ct);
            return Result.Done;
        }
        await guard.RejectAsync(WebUserLookUp.Audience, id, now, ct);
        (await db.WebUsers.SingleAsync(u => u.Id == userId, ct)).RefusePassword(now);
        await db.SaveAsync(ct);
        return reserved.PausedIfWrong is { } pause ? Paused(pause) : Error.At(field, CredentialErrors.CurrentWrong);

        Error Paused(DateTimeOffset end) => Error.At(field, CredentialErrors.Paused, JapanTime.ToTheSecond(end));
    }
}
