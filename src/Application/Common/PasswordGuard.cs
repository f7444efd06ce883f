using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>The tables shared by every audience that signs in with an ID.</summary>
public interface ICredentialDb : IUnitOfWork
{
    /// <summary>The passwords tried, by ID.</summary>
    DbSet<PasswordTries> PasswordTries { get; }

    /// <summary>ワンタイムパスワード, one row a person.</summary>
    DbSet<OneTimePassword> OneTimePasswords { get; }

    /// <summary>Logins between the password and the code.</summary>
    DbSet<HalfwayLogIn> HalfwayLogIns { get; }
}

/// <summary>Sees to it that nobody guesses passwords: a try is reserved and committed before the password is looked at (docs/adr/0004).</summary>
internal sealed class PasswordGuard(ICredentialDb db, CredentialPolicy policy)
{
    /// <summary>Reserves a try in a transaction of its own; nothing else may be pending.</summary>
    public async Task<TryReservation> ReserveAsync(string audience, string id, string origin, DateTimeOffset now, CancellationToken ct)
    {
        var tries = await TakeAsync(audience, id, ct);
        var reservation = tries.Reserve(origin, policy, now);
        await db.SaveAsync(ct);
        await db.ForgetAsync();
        if (reservation.RefusedUntil is not null) Signals.Paused(audience);
        return reservation;
    }

    /// <summary>The reserved try was right; saved with whatever follows from it.</summary>
    public async Task ConfirmAsync(string audience, string id, string origin, DateTimeOffset now, CancellationToken ct) =>
        (await TakeAsync(audience, id, ct)).Confirm(origin, now);

    /// <summary>The reserved try was wrong; saved with whatever follows from it. For an ID nobody has it is written down just so, and takes as long.</summary>
    public async Task RejectAsync(string audience, string id, DateTimeOffset now, CancellationToken ct)
    {
        (await TakeAsync(audience, id, ct)).Reject(now);
        Signals.Wrong(audience);
    }

    /// <summary>When a wrong password was entered for an ID last, as far as that is remembered.</summary>
    public Task<DateTimeOffset?> LastWrongAtAsync(string audience, string id, CancellationToken ct)
    {
        var key = PasswordTries.KeyOf(audience, id);
        return db.PasswordTries.Where(t => t.Key == key).Select(t => t.LastWrongAt).SingleOrDefaultAsync(ct);
    }

    /// <summary>Ends the pauses of an ID that got a new password; saved with it.</summary>
    public async Task LiftAsync(string audience, string id, CancellationToken ct) => (await TakeAsync(audience, id, ct)).Lift();

    // One at a time for each ID: the owner signing in is never refused because strangers write the same row.
    private async Task<PasswordTries> TakeAsync(string audience, string id, CancellationToken ct)
    {
        var key = PasswordTries.KeyOf(audience, id);
        await db.TakeTurnAsync(key, ct);
        var tries = await db.PasswordTries.SingleOrDefaultAsync(t => t.Key == key, ct);
        if (tries is null) db.PasswordTries.Add(tries = PasswordTries.Of(key));
        return tries;
    }
}
