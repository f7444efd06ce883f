using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>Forgets what was mailed about links and cases that are forgotten themselves.</summary>
internal sealed class LinkMails(IMailDb db) : ILinkMails
{
    public Task ForgetAsync(IQueryable<Guid> subjects, CancellationToken ct) =>
        db.Mails.Where(m => subjects.Contains(m.SubjectId)).ExecuteDeleteAsync(ct);
}
