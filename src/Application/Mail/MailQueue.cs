using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Mail;

namespace NexiPortal.Application.Mail;

/// <summary>Queues a mail within the transaction of what it tells of, signed by the operator.</summary>
internal sealed class MailQueue(IMailDb db, IMailSealer sealer, OperatorProfile nexi)
{
    /// <summary>Queues one mail.</summary>
    public void Add(string kind, EmailAddress to, string subject, string text, Guid subjectId, DateTimeOffset now, bool hasSecret = false)
    {
        var signed = $"""
            {text}

            ----------------------------------------
            {nexi.Name}
            {nexi.Department}
            電話：{nexi.Telephone}
            受付時間：{nexi.Hours}

            ※このメールは送信専用のアドレスから自動でお送りしています。
            　ご返信いただいてもお答えできませんので、ご了承ください。
            ----------------------------------------

            """;
        db.Mails.Add(OutgoingMail.Queue(kind, to, subject, sealer.Seal(signed), hasSecret, subjectId, now));
    }
}
