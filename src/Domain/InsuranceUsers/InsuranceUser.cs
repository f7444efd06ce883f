using NexiPortal.Domain.Common;
using Verb = NexiPortal.Domain.InsuranceUsers.InsuranceUserVerb;

namespace NexiPortal.Domain.InsuranceUsers;

/// <summary>Who is to be the Web user (administrator), as an approved application says.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Details">The person.</param>
/// <param name="WishesOneTimePassword">ワンタイムパスワード希望.</param>
public sealed record NamedAdministrator(Guid ApplicationId, PersonalDetails Details, bool WishesOneTimePassword);

/// <summary>保険利用者: a head office, or a branch, department or establishment under its head office; each has a code of its own.</summary>
public sealed class InsuranceUser : AggregateRoot
{
    private readonly List<InsuranceUserHistoryEntry> _history = [];

    private InsuranceUser()
    {
    }

    /// <summary>保険利用者コード.</summary>
    public InsuranceUserCode Code { get; private init; } = null!;

    /// <summary>Code of the head office a branch is under; null for a head office.</summary>
    public InsuranceUserCode? HeadOfficeCode { get; private init; }

    /// <summary>What is registered.</summary>
    public RegisteredDetails Details { get; private set; } = new();

    /// <summary>Whether it is suspended.</summary>
    public bool IsSuspended { get; private set; }

    /// <summary>By this the name is found, and others alike.</summary>
    public string NameLikeness { get; private set; } = "";

    /// <summary>By this the name's reading is found, and others alike.</summary>
    public string KanaLikeness { get; private set; } = "";

    /// <summary>By this the telephone number is found, and others alike.</summary>
    public string TelephoneLikeness { get; private set; } = "";

    /// <summary>By this others at the same address are found.</summary>
    public string AddressLikeness { get; private set; } = "";

    /// <summary>Everything that was done, oldest first.</summary>
    public IReadOnlyList<InsuranceUserHistoryEntry> History => _history;

    /// <summary>Whether it is a branch, department or establishment.</summary>
    public bool IsBranch => HeadOfficeCode is not null;

    /// <summary>Where letters go.</summary>
    public LetterAddress LetterAddress => new(Details.PostalCode, Details.Address, Details.CompanyName, Details.BranchName);

    /// <summary>保険利用者登録(本店) is approved: a head office, and who is to be its administrator.</summary>
    public static InsuranceUser Register(InsuranceUserCode code, RegisteredDetails details, NamedAdministrator administrator, Actor by, DateTimeOffset now) =>
        Register(code, null, details, administrator, by, now);

    /// <summary>Taken over from the time before the Web service; without a Web user.</summary>
    public static InsuranceUser Import(InsuranceUserCode code, InsuranceUserCode? headOfficeCode, RegisteredDetails details, bool isSuspended, Actor by, DateTimeOffset now)
    {
        var imported = new InsuranceUser { Code = code, HeadOfficeCode = headOfficeCode, IsSuspended = isSuspended };
        imported.Take(details);
        imported.Note(Verb.Import, by, now);
        imported.Raise(new InsuranceUserImported(imported.Id, now));
        return imported;
    }

    /// <summary>保険利用者登録(支店) is approved: a branch under this head office, and who is to be the branch's administrator.</summary>
    public Result<InsuranceUser> AddBranch(InsuranceUserCode code, RegisteredDetails details, NamedAdministrator administrator, Actor by, DateTimeOffset now) =>
        RefusalOfBranches is { } refused ? refused : Register(code, Code, details, administrator, by, now);

    /// <summary>Webユーザー登録 is approved: who is to be the administrator. Nothing registered changes by it.</summary>
    public Result NameAdministrator(NamedAdministrator administrator, DateTimeOffset now)
    {
        if (RefusalOfAdministrators is { } refused) return refused;
        Raise(new AdministratorNamed(Id, administrator, LetterAddress, now));
        return Result.Done;
    }

    /// <summary>Why no branch can be added under it; null when one can.</summary>
    public Error? RefusalOfBranches =>
        IsBranch ? new(InsuranceUserErrors.HeadOfficeIsBranch) : IsSuspended ? new(InsuranceUserErrors.HeadOfficeSuspended) : null;

    /// <summary>Why no administrator can be added to it; null when one can.</summary>
    public Error? RefusalOfAdministrators => IsSuspended ? new(InsuranceUserErrors.Suspended) : null;

    /// <summary>Why a reason is none; null when it is one.</summary>
    public static Error? RefusalOfReason(string reason) =>
        reason.Length == 0 ? Error.At(nameof(InsuranceUserHistoryEntry.Reason), InsuranceUserErrors.ReasonRequired) : null;

    /// <summary>Corrects what is registered: a move, another name.</summary>
    public Result Correct(RegisteredDetails details, string reason, Actor by, DateTimeOffset now)
    {
        if (RefusalOfReason(reason) is { } refused) return refused;
        if (details == Details) return new Error(InsuranceUserErrors.NothingCorrected);
        Note(Verb.Correct, by, now, reason, Details, details);
        Take(details);
        Raise(new InsuranceUserCorrected(Id, LetterAddress, now));
        return Result.Done;
    }

    /// <summary>停止する.</summary>
    public Result Suspend(string reason, Actor by, DateTimeOffset now)
    {
        if (RefusalOfReason(reason) is { } refused) return refused;
        if (IsSuspended) return new Error(InsuranceUserErrors.Suspended);
        IsSuspended = true;
        Note(Verb.Suspend, by, now, reason);
        Raise(new InsuranceUserSuspended(Id, now));
        return Result.Done;
    }

    /// <summary>再開する.</summary>
    public Result Resume(string reason, Actor by, DateTimeOffset now)
    {
        if (RefusalOfReason(reason) is { } refused) return refused;
        if (!IsSuspended) return new Error(InsuranceUserErrors.NotSuspended);
        IsSuspended = false;
        Note(Verb.Resume, by, now, reason);
        Raise(new InsuranceUserResumed(Id, now));
        return Result.Done;
    }

    private static InsuranceUser Register(
        InsuranceUserCode code, InsuranceUserCode? headOfficeCode, RegisteredDetails details, NamedAdministrator administrator, Actor by, DateTimeOffset now)
    {
        var registered = new InsuranceUser { Code = code, HeadOfficeCode = headOfficeCode };
        registered.Take(details);
        registered.Note(Verb.Register, by, now);
        registered.Raise(new InsuranceUserRegistered(registered.Id, now));
        registered.Raise(new AdministratorNamed(registered.Id, administrator, registered.LetterAddress, now));
        return registered;
    }

    private void Take(RegisteredDetails details)
    {
        Details = details;
        NameLikeness = Likeness.OfName(details.CompanyName);
        KanaLikeness = Likeness.OfKana(details.CompanyNameKana);
        TelephoneLikeness = Likeness.OfTelephone(details.Telephone);
        AddressLikeness = Likeness.OfAddress(details.Address);
    }

    private void Note(Verb verb, Actor by, DateTimeOffset now, string reason = "", RegisteredDetails? before = null, RegisteredDetails? after = null) =>
        _history.Add(InsuranceUserHistoryEntry.Of(_history.Count + 1, verb, by, now, reason, before, after));
}
