using System.Security.Cryptography;

namespace NexiPortal.Domain.Common;

/// <summary>Where the codes of a one-time password come from.</summary>
public enum CodeMethod
{
    /// <summary>認証アプリ: an authenticator app shows them.</summary>
    App,

    /// <summary>メール: each is mailed when it is asked for (M16).</summary>
    Mail,
}

/// <summary>Where the codes come from, with what the portal must keep for it.</summary>
/// <param name="Method">The way.</param>
/// <param name="SealedKey">The app's key, sealed; null for mail.</param>
public sealed record CodeSource(CodeMethod Method, byte[]? SealedKey);

/// <summary>A code that was mailed and not used yet.</summary>
/// <param name="SealedCode">The six digits, sealed.</param>
/// <param name="Until">Until when it can be used.</param>
public sealed record MailedCode(byte[] SealedCode, DateTimeOffset Until);

/// <summary>
/// ワンタイムパスワード of one person, Web user or staff: a code asked at every login beside the password.
/// No code is taken twice: whoever writes second meets a newer version of this aggregate.
/// </summary>
public sealed class OneTimePassword : AggregateRoot
{
    /// <summary>How many recovery codes there are (for a lost phone, a mailbox out of reach).</summary>
    public const int RecoveryCodeCount = 10;

    private OneTimePassword()
    {
    }

    /// <summary>Whose it is.</summary>
    public Guid OwnerId { get; private init; }

    /// <summary>What codes are taken at login; null while none is asked.</summary>
    public CodeSource? InUse { get; private set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? InUseSince { get; private set; }

    /// <summary>What is being set up; it counts from its first code on.</summary>
    public CodeSource? Pending { get; private set; }

    /// <summary>The code mailed last, while it can be used.</summary>
    public MailedCode? Mailed { get; private set; }

    /// <summary>The latest step of time (30 seconds each) whose code was taken; no code of it or of an earlier one is taken again.</summary>
    public long LastStep { get; private set; }

    /// <summary>Digests of the recovery codes left.</summary>
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    /// <summary>None yet.</summary>
    public static OneTimePassword Of(Guid ownerId) => new() { OwnerId = ownerId };

    /// <summary>設定する: a way is chosen; what is in use stays so until the new way's first code was entered.</summary>
    public void Prepare(CodeSource source) => Pending = source;

    /// <summary>A code is mailed (M16); an earlier one is void.</summary>
    /// <param name="code">The six digits.</param>
    /// <param name="mailed">The same, sealed, with its end.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="now">The present instant.</param>
    public void SendCode(string code, MailedCode mailed, EmailAddress to, DateTimeOffset now)
    {
        Mailed = mailed;
        Raise(new OneTimePasswordMailed(OwnerId, to, code, mailed.Until, now));
    }

    /// <summary>The code of a step of time was entered; refused when that step or a later one was used.</summary>
    public bool TakeStep(long step)
    {
        if (step <= LastStep) return false;
        LastStep = step;
        return true;
    }

    /// <summary>The mailed code was entered; it is used up.</summary>
    public void TakeMailed() => Mailed = null;

    /// <summary>A recovery code was entered; it is used up.</summary>
    /// <returns>Whether it was one of those left.</returns>
    public bool TakeRecoveryCode(string digest, DateTimeOffset now)
    {
        if (!RecoveryCodes.Contains(digest)) return false;
        RecoveryCodes = [.. RecoveryCodes.Where(left => left != digest)];
        Raise(new RecoveryCodeUsed(OwnerId, now));
        return true;
    }

    /// <summary>The first code of what was being set up is right: from now on codes are asked at every login.</summary>
    /// <param name="recoveryCodes">Digests of new recovery codes; earlier ones are void.</param>
    /// <param name="now">The present instant.</param>
    public void PutInUse(IReadOnlyList<string> recoveryCodes, DateTimeOffset now)
    {
        (InUse, InUseSince, Pending, RecoveryCodes) = (Pending ?? throw new InvalidOperationException("Nothing is being set up."), now, null, recoveryCodes);
        Raise(new OneTimePasswordSetUp(OwnerId, now));
    }

    /// <summary>New recovery codes; earlier ones are void.</summary>
    public void Renew(IReadOnlyList<string> recoveryCodes, DateTimeOffset now)
    {
        RecoveryCodes = recoveryCodes;
        Raise(new RecoveryCodesRenewed(OwnerId, now));
    }

    /// <summary>解除する: no code is asked any more, by the person's own wish or because the phone is lost.</summary>
    public Result SwitchOff(DateTimeOffset now)
    {
        if (InUse is null) return new Error(OneTimePasswordErrors.NotInUse);
        (InUse, InUseSince, Pending, Mailed, RecoveryCodes) = (null, null, null, null, []);
        Raise(new OneTimePasswordSwitchedOff(OwnerId, now));
        return Result.Done;
    }

    /// <summary>A wrong code was entered.</summary>
    public void Refuse(DateTimeOffset now) => Raise(new OneTimePasswordRefused(OwnerId, now));

    /// <summary>Six digits nobody can guess.</summary>
    public static string NewMailedCode() => RandomNumberGenerator.GetInt32(1_000_000).ToString("D6");
}
