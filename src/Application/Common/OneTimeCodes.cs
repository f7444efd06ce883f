using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>Whether a code was right.</summary>
/// <param name="Taken">Whose it is, when it was; saved with whatever follows from it. Null when it was wrong, which is saved already.</param>
/// <param name="PausedUntil">Until when no code from there is looked at; null when one may be.</param>
internal sealed record CodeAnswer(OneTimePassword? Taken, DateTimeOffset? PausedUntil)
{
    /// <summary>Why it was refused, at the field it was typed into.</summary>
    public Error RefusalAt(string field) =>
        PausedUntil is { } until ? Error.At(field, OneTimePasswordErrors.Paused, JapanTime.ToTheSecond(until)) : Error.At(field, OneTimePasswordErrors.CodeWrong);
}

/// <summary>How the second half of a login ended.</summary>
public abstract record CodeOutcome
{
    /// <summary>A session begins.</summary>
    /// <param name="SessionId">The session.</param>
    public sealed record LoggedIn(Guid SessionId) : CodeOutcome;

    /// <summary>Wrong, too old or already used; another may be tried.</summary>
    public sealed record Wrong : CodeOutcome;

    /// <summary>Wrong too often: the login has ended, and no code is looked at until then.</summary>
    /// <param name="Until">End of the pause.</param>
    public sealed record Paused(DateTimeOffset Until) : CodeOutcome;

    /// <summary>Nothing waits for a code any more; the password is asked again.</summary>
    public sealed record Over : CodeOutcome;
}

/// <summary>New recovery codes, to be shown this once; the portal cannot show them again.</summary>
/// <param name="Codes">The codes, each in two groups of five.</param>
public sealed record RecoveryCodeSheet(IReadOnlyList<string> Codes);

/// <summary>
/// The codes of one-time passwords, whoever's they are. Wrong ones are counted like wrong passwords, by ID and origin, and apart from them:
/// codes never lock a password.
/// </summary>
internal sealed class OneTimeCodes(ICredentialDb db, PasswordGuard guard, IAuthenticatorApp app, ICodeSealer sealer)
{
    private static readonly TimeSpan MailedLifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenMails = TimeSpan.FromMinutes(1);

    /// <summary>A person's one-time password; null when none was ever begun.</summary>
    public Task<OneTimePassword?> FindAsync(Guid ownerId, CancellationToken ct) => db.OneTimePasswords.SingleOrDefaultAsync(o => o.OwnerId == ownerId, ct);

    /// <summary>Those among some persons of whom codes are asked at login.</summary>
    public Task<List<Guid>> FindAskedAsync(IReadOnlyCollection<Guid> among, CancellationToken ct) =>
        db.OneTimePasswords.Where(o => among.Contains(o.OwnerId) && o.InUseSince != null).Select(o => o.OwnerId).ToListAsync(ct);

    /// <summary>設定する: begins with an app or with mail, of which the first code goes out; saved by the caller unless refused.</summary>
    public async Task<Result> PrepareAsync(Guid ownerId, CodeMethod method, EmailAddress? mailAddress, DateTimeOffset now, CancellationToken ct)
    {
        var owned = await FindAsync(ownerId, ct);
        if (owned is null) db.OneTimePasswords.Add(owned = OneTimePassword.Of(ownerId));
        owned.Prepare(new(method, method == CodeMethod.App ? sealer.Seal(app.NewKey()) : null));
        return method == CodeMethod.Mail ? Mail(owned, mailAddress!, now) : Result.Done;
    }

    /// <summary>The key that is being set up; null when none is, or the portal's keys are gone.</summary>
    public string? PendingKey(OneTimePassword owned) => owned.Pending?.SealedKey is { } key ? sealer.Open(key) : null;

    /// <summary>Mails a code (M16), at most one a minute.</summary>
    public Result Mail(OneTimePassword owned, EmailAddress to, DateTimeOffset now)
    {
        if (owned.Mailed is { } last && now < last.Until - MailedLifetime + BetweenMails) return new Error(OneTimePasswordErrors.MailedJustNow);
        var code = OneTimePassword.NewMailedCode();
        owned.SendCode(code, new(sealer.Seal(code), now + MailedLifetime), to, now);
        return Result.Done;
    }

    /// <summary>Begins the wait for a code after the right password.</summary>
    public HalfwayLogIn AskFor(OneTimePassword asked, int accessVersion, EmailAddress? mailAddress, DateTimeOffset now)
    {
        var halfway = HalfwayLogIn.Start(asked.OwnerId, accessVersion, now);
        db.HalfwayLogIns.Add(halfway);
        if (asked.InUse!.Method == CodeMethod.Mail) Mail(asked, mailAddress!, now);
        return halfway;
    }

    /// <summary>A login that waits for its code; null when it does not wait any more.</summary>
    public async Task<HalfwayLogIn?> FindWaitingAsync(Guid halfwayId, DateTimeOffset now, CancellationToken ct) =>
        await db.HalfwayLogIns.SingleOrDefaultAsync(h => h.Id == halfwayId, ct) is { } halfway && halfway.WaitsAt(now) ? halfway : null;

    /// <summary>Enters the code of a login that waits for it. Five wrong ones end the login; the password never pauses for them.</summary>
    /// <param name="audience">Whose tries are counted together.</param>
    /// <param name="halfwayId">The login that waits.</param>
    /// <param name="typed">The code as typed.</param>
    /// <param name="origin">Network address it comes from.</param>
    /// <param name="now">The present instant.</param>
    /// <param name="find">Who logs in, with the ID; null when the person may not, or the access is not what it was at the password.</param>
    /// <param name="begin">Begins the session.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<CodeOutcome> EnterAsync<T>(
        string audience, Guid halfwayId, string typed, string origin, DateTimeOffset now, Func<HalfwayLogIn, Task<(string Id, T Person)?>> find, Func<T, Task<Guid>> begin, CancellationToken ct)
    {
        if (await FindPersonAsync() is not var (waiting, (id, _))) return new CodeOutcome.Over();
        var answer = await TryAsync(audience, id, waiting.OwnerId, typed, origin, now, ct);
        // Looked at again after the count was committed: one login is one session, however many codes come at once.
        if (await FindPersonAsync() is not var (halfway, (_, person))) return new CodeOutcome.Over();
        if (answer is { Taken: null, PausedUntil: null }) return new CodeOutcome.Wrong();
        halfway.End(now);
        CodeOutcome outcome = answer.Taken is null ? new CodeOutcome.Paused(answer.PausedUntil!.Value) : new CodeOutcome.LoggedIn(await begin(person));
        await db.SaveAsync(ct);
        return outcome;

        async Task<(HalfwayLogIn Halfway, (string Id, T Person) Found)?> FindPersonAsync() =>
            await FindWaitingAsync(halfwayId, now, ct) is { } found && await find(found) is { } who ? (found, who) : null;
    }

    private Task<CodeAnswer> TryAsync(string audience, string id, Guid ownerId, string typed, string origin, DateTimeOffset now, CancellationToken ct) =>
        TryAsync(audience, id, ownerId, owned => Takes(owned, owned.InUse, typed, now) || owned.TakeRecoveryCode(RecoveryCode.DigestOf(ownerId, typed), now), origin, now, ct);

    /// <summary>Tries the first code of what is being set up.</summary>
    public Task<CodeAnswer> TryPendingAsync(string audience, string id, Guid ownerId, string typed, string origin, DateTimeOffset now, CancellationToken ct) =>
        TryAsync(audience, id, ownerId, owned => Takes(owned, owned.Pending, typed, now), origin, now, ct);

    /// <summary>Lets codes be tried again; saved with whatever it follows from.</summary>
    public Task LiftAsync(string audience, string id, CancellationToken ct) => guard.LiftAsync(CountedAs(audience), id, ct);

    /// <summary>New recovery codes, and what is stored of them.</summary>
    public static (RecoveryCodeSheet Sheet, IReadOnlyList<string> Digests) NewRecoveryCodes(Guid ownerId)
    {
        string[] codes = [.. Enumerable.Range(0, OneTimePassword.RecoveryCodeCount).Select(_ => RecoveryCode.New())];
        return (new(codes), [.. codes.Select(code => RecoveryCode.DigestOf(ownerId, code))]);
    }

    private async Task<CodeAnswer> TryAsync(
        string audience, string id, Guid ownerId, Func<OneTimePassword, bool> takes, string origin, DateTimeOffset now, CancellationToken ct)
    {
        var counted = CountedAs(audience);
        var reserved = await guard.ReserveAsync(counted, id, origin, now, ct);
        if (reserved.RefusedUntil is { } until) return new(null, until);
        var owned = await FindAsync(ownerId, ct);
        if (owned is not null && takes(owned))
        {
            await guard.ConfirmAsync(counted, id, origin, now, ct);
            return new(owned, null);
        }
        await guard.RejectAsync(counted, id, now, ct);
        owned?.Refuse(now);
        await db.SaveAsync(ct);
        return new(null, reserved.PausedIfWrong);
    }

    private bool Takes(OneTimePassword owned, CodeSource? source, string typed, DateTimeOffset now)
    {
        // Grouped as an app shows them, but nothing else than digits: a recovery code is never read as a code.
        var code = string.Concat(Tidying.HalfWidth(typed).Where(c => c is not (' ' or '-')));
        switch (source)
        {
            case { Method: CodeMethod.App, SealedKey: { } key }:
                return sealer.Open(key) is { } opened && app.StepOf(opened, code, now) is { } step && owned.TakeStep(step);
            case { Method: CodeMethod.Mail } when owned.Mailed is { } mailed && now < mailed.Until && IsSame(sealer.Open(mailed.SealedCode), code):
                owned.TakeMailed();
                return true;
            default:
                return false;
        }
    }

    private static bool IsSame(string? mailed, string typed) =>
        mailed is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(mailed), Encoding.ASCII.GetBytes(typed));

    private static string CountedAs(string audience) => audience + "-code";
}
