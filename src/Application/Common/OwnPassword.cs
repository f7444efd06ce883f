using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>Asks somebody logged in for the password again, before something that whoever finds an open window must not do.</summary>
internal sealed class OwnPassword(ICredentialDb db, IEnumerable<IPasswordOwners> modules, PasswordGuard guard, IPasswordHasher hasher)
{
    /// <summary>Whether it is the password; wrong ones count like those of the login, and are saved. Nothing else may be pending.</summary>
    /// <param name="ownerId">Who is logged in.</param>
    /// <param name="typed">The password as typed.</param>
    /// <param name="field">The field it was typed into.</param>
    /// <param name="origin">Network address it comes from.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<Result> CheckAsync(Guid ownerId, string typed, string field, string origin, DateTimeOffset now, CancellationToken ct)
    {
        var (owner, among) = await modules.FindAsync(ownerId, ct);
        var reserved = await guard.ReserveAsync(owner.Audience, owner.Id, origin, now, ct);
        if (reserved.RefusedUntil is { } until) return Paused(until);
        if (hasher.Fits(typed, owner.PasswordHash))
        {
            await guard.ConfirmAsync(owner.Audience, owner.Id, origin, now, ct);
            return Result.Done;
        }
        await guard.RejectAsync(owner.Audience, owner.Id, now, ct);
        await among.RefusePasswordAsync(ownerId, now, ct);
        await db.SaveAsync(ct);
        return reserved.PausedIfWrong is { } pause ? Paused(pause) : Error.At(field, CredentialErrors.CurrentWrong);

        Error Paused(DateTimeOffset end) => Error.At(field, CredentialErrors.Paused, JapanTime.ToTheSecond(end));
    }
}
