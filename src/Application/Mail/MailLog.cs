using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>Tells the Registration module what became of the mails about a case.</summary>
internal sealed class MailLog(IMailDb db) : IMailLog
{
    public async Task<IReadOnlyList<LoggedMail>> ListAsync(IReadOnlyCollection<Guid> subjects, CancellationToken ct)
    {
        var mails = await db.Mails.AsNoTracking().Where(m => subjects.Contains(m.SubjectId)).OrderBy(m => m.Id).ToListAsync(ct);
        return [.. mails.Select(m => new LoggedMail(m.Id, m.Kind, m.Subject, m.To, m.QueuedAt, m.State, m.Attempts, m.DeliveredAt, m.LastRefusal, m.CanBeRepeated))];
    }
}
