namespace NexiPortal.Domain.Registration;

/// <summary>The numbers of the registration procedure; each is a setting with the default given here.</summary>
public sealed record RegistrationPolicy
{
    /// <summary>Days a 登録用URL can be used for entering an application (⑦).</summary>
    public int LinkLifetimeDays { get; init; } = 60;

    /// <summary>Days before its end on which a link not used yet is called to mind (M03).</summary>
    public int LinkReminderDays { get; init; } = 7;

    /// <summary>Days until the paper form (申込書) must have arrived (⑬).</summary>
    public int FormLifetimeDays { get; init; } = 90;

    /// <summary>Days after ⑫ on which a paper form that has not arrived is called to mind (M07).</summary>
    public int PaperReminderDays { get; init; } = 14;

    /// <summary>Days before the form's end on which it is called to mind again (M07).</summary>
    public int FormReminderDays { get; init; } = 14;

    /// <summary>Days before the form's end on which it is called to mind for the last time (M07).</summary>
    public int LastFormReminderDays { get; init; } = 3;

    /// <summary>Days corrected or added papers are waited for (補正待ち).</summary>
    public int CorrectionDays { get; init; } = 60;

    /// <summary>Business days from the arrival of the paper form within which the letter (登録完了通知書) is dispatched (④).</summary>
    public int DispatchBusinessDays { get; init; } = 5;

    /// <summary>Days a closed case can still be looked at with its link.</summary>
    public int ClosedCaseVisibleDays { get; init; } = 30;

    /// <summary>Days after which what is known of persons is taken out of a dead case (declined, withdrawn, expired).</summary>
    public int DeadCaseDays { get; init; } = 90;

    /// <summary>Wrong passwords in a row after which a link pauses (⑧).</summary>
    public int AttemptsBeforePause { get; init; } = 5;

    /// <summary>Minutes a link pauses.</summary>
    public int PauseMinutes { get; init; } = 30;

    /// <summary>Wrong passwords in all after which a link is void.</summary>
    public int AttemptsBeforeVoid { get; init; } = 15;

    /// <summary>Minutes the URL of M20 shows its case (⑧b).</summary>
    public int StatusLinkMinutes { get; init; } = 30;

    /// <summary>Most mails that anybody can have sent to one mailbox within an hour (⑤, and by itself ⑧b).</summary>
    public int MailsPerHour { get; init; } = 3;

    /// <summary>Most mails that anybody can have sent to one mailbox within a day (⑤, and by itself ⑧b).</summary>
    public int MailsPerDay { get; init; } = 10;

    /// <summary>Most registration mails asked for from one place (network address) within an hour (⑤).</summary>
    public int MailsPerOriginPerHour { get; init; } = 100;

    /// <summary>Most registration mails in all within an hour (⑤).</summary>
    public int MailsInAllPerHour { get; init; } = 2000;
}
