using MimeKit;
using NexiPortal.Domain.Mail;

namespace NexiPortal.Infrastructure.Mail;

/// <summary>Turns a queued mail into a message: plain text, UTF-8, one recipient, constant headers.</summary>
internal static class MailMessages
{
    public static MimeMessage ToMessage(this OutgoingMail mail, string text, MailSettings settings)
    {
        var from = settings.From.Value;
        var message = new MimeMessage
        {
            Subject = mail.Subject,
            Date = mail.QueuedAt,
            MessageId = mail.MessageIdAt(from[(from.LastIndexOf('@') + 1)..]),
            Body = new TextPart("plain") { Text = text },
        };
        message.From.Add(new MailboxAddress(null, from));
        message.To.Add(new MailboxAddress(null, mail.To.Value));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
