using System.Security.Cryptography;
using System.Text;

namespace NexiPortal.Domain.Common;

/// <summary>
/// The passwords tried for one ID, whether or not anybody has that ID. Too many wrong ones from one origin pause the ID for that origin;
/// wrong ones from all origins together only make unknown origins wait, longer and longer: a stranger slows an ID and locks nobody out.
/// </summary>
public sealed class PasswordTries : AggregateRoot
{
    /// <summary>After so long without a try the wrong ones are forgotten.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    /// <summary>Most origins remembered of one ID.</summary>
    private const int MostOrigins = 100;

    private PasswordTries()
    {
    }

    /// <summary>Digest of the ID (<see cref="KeyOf"/>); one row each.</summary>
    public string Key { get; private init; } = "";

    /// <summary>Wrong passwords in a row from all origins together.</summary>
    public int WrongInRow { get; private set; }

    /// <summary>Until when unknown origins wait.</summary>
    public DateTimeOffset? WaitUntil { get; private set; }

    /// <summary>When a password was tried last.</summary>
    public DateTimeOffset LastTriedAt { get; private set; }

    /// <summary>When the right password was entered last.</summary>
    public DateTimeOffset? LastRightAt { get; private set; }

    /// <summary>When a wrong password was entered last.</summary>
    public DateTimeOffset? LastWrongAt { get; private set; }

    /// <summary>The origins it was tried from: the latest, then those that were right once.</summary>
    public IReadOnlyList<TriesFromOrigin> Origins { get; private set; } = [];

    /// <summary>No tries yet.</summary>
    public static PasswordTries Of(string key) => new() { Key = key };

    /// <summary>Digest of an audience's ID; what was typed into the ID's field stays unreadable.</summary>
    public static string KeyOf(string audience, string id) => Digest($"{audience}:{id}");

    /// <summary>
    /// Reserves one try, to be saved before the password is looked at: so a hundred guesses at once get no more tries than one after the other.
    /// </summary>
    public TryReservation Reserve(string origin, CredentialPolicy policy, DateTimeOffset now)
    {
        var here = From(origin);
        var heldUntil = here.PausedUntil > now || here.IsKnownAt(now, policy) ? here.PausedUntil : WaitUntil;
        if (heldUntil > now) return new(heldUntil, null);

        here = here.WithOneMore(policy, now);
        WrongInRow = now - LastTriedAt < Memory ? WrongInRow + 1 : 1;
        WaitUntil = now + policy.WaitAfter(WrongInRow);
        LastTriedAt = now;
        Keep(here);
        return new(null, here.PausedUntil);
    }

    /// <summary>The reserved try was right: the run of wrong ones ends, and the origin is known from now on.</summary>
    public void Confirm(string origin, DateTimeOffset now)
    {
        (WrongInRow, WaitUntil, LastRightAt) = (0, null, now);
        Keep(From(origin) with { WrongInRow = 0, PausedUntil = null, LastRightAt = now });
    }

    /// <summary>The reserved try was wrong.</summary>
    public void Reject(DateTimeOffset now) => LastWrongAt = now;

    /// <summary>Ends every pause and wait: somebody who may has given the ID a new password.</summary>
    public void Lift()
    {
        (WrongInRow, WaitUntil) = (0, null);
        Origins = [.. Origins.Select(origin => origin with { WrongInRow = 0, PausedUntil = null })];
    }

    private TriesFromOrigin From(string origin)
    {
        var digest = Digest(Key + origin);
        return Origins.FirstOrDefault(known => known.Origin == digest) ?? new TriesFromOrigin(digest, 0, null, null);
    }

    // Many origins at once are strangers: those that were right once are the last to be forgotten.
    private void Keep(TriesFromOrigin here) =>
        Origins = [here, .. Origins.Where(other => other.Origin != here.Origin).OrderBy(other => other.LastRightAt is null).Take(MostOrigins - 1)];

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>The passwords tried for an ID from one origin.</summary>
/// <param name="Origin">Digest of the origin, a network address.</param>
/// <param name="WrongInRow">Wrong passwords in a row.</param>
/// <param name="PausedUntil">Until when no password from there is looked at.</param>
/// <param name="LastRightAt">When the right password came from there last.</param>
public sealed record TriesFromOrigin(string Origin, int WrongInRow, DateTimeOffset? PausedUntil, DateTimeOffset? LastRightAt)
{
    /// <summary>Whether the right password came from there lately.</summary>
    public bool IsKnownAt(DateTimeOffset now, CredentialPolicy policy) => LastRightAt > now.AddDays(-policy.KnownOriginDays);

    internal TriesFromOrigin WithOneMore(CredentialPolicy policy, DateTimeOffset now)
    {
        var wrong = PausedUntil is null ? WrongInRow + 1 : 1;
        return this with { WrongInRow = wrong, PausedUntil = wrong >= policy.AttemptsBeforePause ? now.AddMinutes(policy.PauseMinutes) : null };
    }
}

/// <summary>Whether a password may be tried.</summary>
/// <param name="RefusedUntil">Until when not; null when it may.</param>
/// <param name="PausedIfWrong">End of the pause that begins when it is wrong; null when none does.</param>
public sealed record TryReservation(DateTimeOffset? RefusedUntil, DateTimeOffset? PausedIfWrong);
