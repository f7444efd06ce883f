using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;

namespace NexiPortal.Application.Mail;

/// <summary>Forgets what was mailed about links that are forgotten themselves.</summary>
internal sealed class LinkMails(IMailDb db) : ILinkMails
{
    public Task ForgetAsync(IReadOnlyCollection<Guid> linkIds, CancellationToken ct) =>
        db.Mails.Where(m => linkIds.Contains(m.SubjectId)).ExecuteDeleteAsync(ct);
}
