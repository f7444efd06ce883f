namespace NexiPortal.Domain.Registration;

/// <summary>Codes of the refusals of the registrant's way and of the staff's.</summary>
public static class RegistrationErrors
{
    /// <summary>⑤ the mail address is empty.</summary>
    public const string MailAddressRequired = "registration.mail-address-required";

    /// <summary>⑤ not one plain mail address.</summary>
    public const string MailAddressInvalid = "registration.mail-address-invalid";

    /// <summary>⑤ the address typed again is empty.</summary>
    public const string MailAddressAgainRequired = "registration.mail-address-again-required";

    /// <summary>⑤ the two addresses differ.</summary>
    public const string MailAddressesDiffer = "registration.mail-addresses-differ";

    /// <summary>⑧ no password was entered.</summary>
    public const string PasswordRequired = "registration.password-required";

    /// <summary>⑧ the password is not this link's.</summary>
    public const string PasswordWrong = "registration.password-wrong";

    /// <summary>The draft was changed elsewhere (another tab) since the page was shown.</summary>
    public const string DraftChanged = "registration.draft-changed";

    /// <summary>Another kind of application was chosen elsewhere since the page was shown.</summary>
    public const string TypeChanged = "registration.type-changed";

    /// <summary>No kind of application has been chosen yet (⑨).</summary>
    public const string TypeNotChosen = "registration.type-not-chosen";

    /// <summary>Step 2 has entries to mend (⑩).</summary>
    public const string EntryIncomplete = "registration.entry-incomplete";

    /// <summary>Step 3 has not been confirmed (⑪).</summary>
    public const string NotConfirmed = "registration.not-confirmed";

    /// <summary>⑫ the terms are not agreed to.</summary>
    public const string ConsentRequired = "registration.consent-required";

    /// <summary>⑫ the terms were revised while the page was open.</summary>
    public const string TermsRevised = "registration.terms-revised";

    /// <summary>The application has been submitted already; nothing can be entered any more.</summary>
    public const string AlreadySubmitted = "registration.already-submitted";

    /// <summary>Nothing has been submitted with this link yet.</summary>
    public const string NotSubmitted = "registration.not-submitted";

    /// <summary>The link's time ran out while its pages were open.</summary>
    public const string LinkExpired = "registration.link-expired";

    /// <summary>There is no saved draft to resume.</summary>
    public const string NothingSaved = "registration.nothing-saved";

    /// <summary>⑧b no 受付番号 was entered.</summary>
    public const string ApplicationNumberRequired = "registration.application-number-required";

    /// <summary>⑧b not a 受付番号.</summary>
    public const string ApplicationNumberInvalid = "registration.application-number-invalid";

    /// <summary>M20's URL is unknown, or its minutes are over.</summary>
    public const string StatusLinkUnusable = "registration.status-link-unusable";

    /// <summary>⑬ the form cannot be printed where the case stands.</summary>
    public const string FormNotPrintable = "registration.form-not-printable";

    /// <summary>The case has gone on since the page was shown.</summary>
    public const string CaseChanged = "registration.case-changed";

    /// <summary>The case stands where this cannot be done (any more); argument: where it stands.</summary>
    public const string NotInThisState = "registration.not-in-this-state";

    /// <summary>The form that arrived is not of the present revision; arguments: its revision, the present one.</summary>
    public const string RevisionOutdated = "registration.revision-outdated";

    /// <summary>No revision is entered.</summary>
    public const string RevisionRequired = "registration.revision-required";

    /// <summary>No day is entered.</summary>
    public const string DayRequired = "registration.day-required";

    /// <summary>A day that has not come yet.</summary>
    public const string DayInFuture = "registration.day-in-future";

    /// <summary>No reason is given.</summary>
    public const string ReasonRequired = "registration.reason-required";

    /// <summary>The check list is not complete.</summary>
    public const string ChecksIncomplete = "registration.checks-incomplete";

    /// <summary>What differs from the registered data is not explained.</summary>
    public const string DifferencesUnexplained = "registration.differences-unexplained";

    /// <summary>Whoever asked for approval may not give it.</summary>
    public const string SecondPersonNeeded = "registration.second-person-needed";

    /// <summary>There is no case of that 受付番号.</summary>
    public const string CaseUnknown = "registration.case-unknown";

    /// <summary>The case was changed since the page was shown; argument: where it stands now.</summary>
    public const string ChangedMeanwhile = "registration.changed-meanwhile";

    /// <summary>A day before the one that makes it possible; argument: the first day that can be.</summary>
    public const string DayTooEarly = "registration.day-too-early";

    /// <summary>What staff wrote is too long; arguments: the limit and the present length.</summary>
    public const string NoteTooLong = "registration.note-too-long";

    /// <summary>What staff wrote holds a control or direction character; argument: its code point as U+202E.</summary>
    public const string NoteForbidden = "registration.note-forbidden";

    /// <summary>An empty note.</summary>
    public const string NoteRequired = "registration.note-required";

    /// <summary>Not the tracking number of a registered letter.</summary>
    public const string TrackingNumberInvalid = "registration.tracking-number-invalid";

    /// <summary>What was scanned or typed is neither the code of a form nor a 受付番号.</summary>
    public const string ScanUnreadable = "registration.scan-unreadable";

    /// <summary>The form's code does not belong to what was submitted; argument: the 受付番号 it names.</summary>
    public const string ScanAltered = "registration.scan-altered";
}
