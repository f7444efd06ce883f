using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.WebUsers;

/// <summary>Where a letter stands.</summary>
public enum NoticeState
{
    /// <summary>印刷待ち.</summary>
    ToPrint,

    /// <summary>印刷確認待ち: printed, but nobody has said yet that it came out well; offered for printing again.</summary>
    Printed,

    /// <summary>発送待ち: confirmed as printed.</summary>
    ToDispatch,

    /// <summary>発送済み.</summary>
    Dispatched,

    /// <summary>返戻: it came back.</summary>
    Returned,

    /// <summary>無効: another letter took its place before it was dispatched.</summary>
    Void,
}

/// <summary>
/// 登録完了通知書: the letter that brings an administrator the ID and the initial password. Printing makes the password, printing again makes another and
/// voids the one before; the password stands on the letter and nowhere else.
/// </summary>
public sealed class RegistrationNotice : AggregateRoot
{
    /// <summary>Longest お問い合わせ番号: twelve digits, a hyphen after each but the last.</summary>
    public const int MaxTrackingNumberLength = 23;

    private RegistrationNotice()
    {
    }

    /// <summary>The administrator (<see cref="WebUser"/>) it is for.</summary>
    public Guid AdministratorId { get; private init; }

    /// <summary>Which letter of the administrator it is, from 1; the highest is the one that counts.</summary>
    public int Issue { get; private init; }

    /// <summary>The application whose case its dispatch completes; null when there is none.</summary>
    public Guid? ApplicationId { get; private init; }

    /// <summary>Where it goes: the registered address.</summary>
    public LetterAddress Address { get; private set; } = null!;

    /// <summary>Where it stands.</summary>
    public NoticeState State { get; private set; }

    /// <summary>How often it was printed.</summary>
    public int PrintCount { get; private set; }

    /// <summary>When it was printed last.</summary>
    public DateTimeOffset? PrintedAt { get; private set; }

    /// <summary>Who printed it last.</summary>
    public Actor? PrintedBy { get; private set; }

    /// <summary>The day it was dispatched.</summary>
    public DateOnly? SentOn { get; private set; }

    /// <summary>お問い合わせ番号 of the post office; empty when none was entered.</summary>
    public string TrackingNumber { get; private set; } = "";

    /// <summary>When the registrant was asked whether it arrived (M14); null while nobody was.</summary>
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>Whether it is still to go out.</summary>
    public bool IsOpen => State is NoticeState.ToPrint or NoticeState.Printed or NoticeState.ToDispatch;

    /// <summary>The application whose case waits for it; null once it has gone out.</summary>
    public Guid? AwaitedBy => IsOpen ? ApplicationId : null;

    /// <summary>The first letter of an administrator just registered.</summary>
    public static RegistrationNotice For(WebUser administrator, Guid? applicationId, LetterAddress address) =>
        new() { AdministratorId = administrator.Id, Issue = 1, ApplicationId = applicationId, Address = address };

    /// <summary>Another letter in place of this one, which is void unless it has gone out.</summary>
    public RegistrationNotice Reissue(Guid? applicationId, LetterAddress address, DateTimeOffset now)
    {
        MakeVoid();
        var next = new RegistrationNotice { AdministratorId = AdministratorId, Issue = Issue + 1, ApplicationId = applicationId, Address = address };
        next.Raise(new RegistrationNoticeReissued(next.Id, now));
        return next;
    }

    /// <summary>発行番号 of its latest print.</summary>
    public NoticeNumber NumberFor(WebUser administrator) => new(Own(administrator).UserId, Issue, PrintCount);

    /// <summary>Why it cannot be printed; null when it can.</summary>
    public Error? RefusalToPrint(WebUser administrator) =>
        State is not (NoticeState.ToPrint or NoticeState.Printed) ? new(WebUserErrors.NoticeNotToPrint)
        : Own(administrator).State != WebUserState.Active ? new(WebUserErrors.NotActive)
        : null;

    /// <summary>Printed: the administrator logs in with the password on it from now on, and with nothing that was before.</summary>
    public Result Print(WebUser administrator, Credential initial, Actor by, DateTimeOffset now)
    {
        if (RefusalToPrint(administrator) is { } refusal) return refusal;
        administrator.GiveInitialPassword(initial);
        (State, PrintedAt, PrintedBy) = (NoticeState.Printed, now, by);
        PrintCount++;
        Raise(new RegistrationNoticePrinted(Id, now));
        return Result.Done;
    }

    /// <summary>Somebody looked at the paper: it came out well.</summary>
    public Result ConfirmPrinted(DateTimeOffset now)
    {
        if (State != NoticeState.Printed) return new Error(WebUserErrors.NoticeNotPrinted);
        State = NoticeState.ToDispatch;
        Raise(new RegistrationNoticeConfirmed(Id, now));
        return Result.Done;
    }

    /// <summary>発送を登録する: it was posted on a day, which is neither before it was printed nor after today.</summary>
    public Result RegisterDispatch(DateOnly sentOn, string trackingNumber, DateTimeOffset now)
    {
        if (State != NoticeState.ToDispatch) return new Error(WebUserErrors.NoticeNotPrinted);
        var printedOn = JapanTime.DateAt(PrintedAt!.Value);
        if (sentOn < printedOn) return Error.At(nameof(SentOn), WebUserErrors.SentBeforePrinted, JapanTime.LongDate(printedOn));
        if (sentOn > JapanTime.DateAt(now)) return Error.At(nameof(SentOn), WebUserErrors.SentInFuture);
        (State, SentOn, TrackingNumber) = (NoticeState.Dispatched, sentOn, trackingNumber);
        Raise(new RegistrationNoticeDispatched(Id, now));
        return Result.Done;
    }

    /// <summary>The clock: some days after its dispatch nobody has logged in; asked once whether it arrived (M14).</summary>
    /// <param name="applicationId">The application that the administrator comes from.</param>
    /// <param name="usableUntil">Last second of the initial password on it.</param>
    /// <param name="now">The present instant.</param>
    /// <returns>Whether it is asked now: it has gone out, and nobody was asked before.</returns>
    public bool Remind(Guid applicationId, DateTimeOffset usableUntil, DateTimeOffset now)
    {
        if (State != NoticeState.Dispatched || RemindedAt is not null) return false;
        RemindedAt = now;
        Raise(new RegistrationNoticeUnanswered(Id, applicationId, SentOn!.Value, TrackingNumber, usableUntil, now));
        return true;
    }

    /// <summary>返戻を登録する: it came back.</summary>
    public void RegisterReturn()
    {
        if (State == NoticeState.Dispatched) State = NoticeState.Returned;
    }

    /// <summary>The registered data were corrected: what was printed with the old ones must be printed again.</summary>
    public void Readdress(LetterAddress address)
    {
        if (!IsOpen || address == Address) return;
        (Address, State) = (address, NoticeState.ToPrint);
    }

    /// <summary>It will not go out any more: its administrator has ended.</summary>
    public void MakeVoid()
    {
        if (IsOpen) State = NoticeState.Void;
    }

    private WebUser Own(WebUser administrator) =>
        administrator.Id == AdministratorId ? administrator : throw new ArgumentException("The letter is another administrator's.", nameof(administrator));
}
