using NexiPortal.Application.Registration;
using NexiPortal.Domain.Mail;

namespace NexiPortal.Web.Texts;

/// <summary>What staff read of a mail's fate.</summary>
public static class MailFates
{
    /// <summary>What became of it.</summary>
    public static string Of(LoggedMail mail) => mail.State switch
    {
        MailState.Delivered => "送信済み",
        MailState.Failed => "送信できませんでした",
        _ => mail.Attempts == 0 ? "送信待ち" : $"再試行中({mail.Attempts}回試行)",
    };
}
