namespace NexiPortal.Domain.Mail;

/// <summary>Codes of the refusals when staff have a mail sent once more.</summary>
public static class MailErrors
{
    /// <summary>There is no such mail.</summary>
    public const string Unknown = "mail.unknown";

    /// <summary>It is on its way already.</summary>
    public const string StillQueued = "mail.still-queued";

    /// <summary>Its text is gone, for it carried a secret: a new link has to be issued instead.</summary>
    public const string TextWiped = "mail.text-wiped";

    /// <summary>It was sent once more already; that mail can be sent again.</summary>
    public const string AlreadyRepeated = "mail.already-repeated";
}
