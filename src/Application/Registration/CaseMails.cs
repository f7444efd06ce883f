using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>Every mail about a case and what became of it, from the 登録用URL on.</summary>
public static class CaseMails
{
    /// <summary>The question.</summary>
    /// <param name="Number">受付番号.</param>
    public sealed record Query(ApplicationNumber Number) : IRequest<Result<Log>>;

    /// <summary>The mails.</summary>
    /// <param name="Mails">Oldest first.</param>
    public sealed record Log(IReadOnlyList<LoggedMail> Mails);

    internal sealed class Handler(IRegistrationDb db, IMailLog mails) : IRequestHandler<Query, Result<Log>>
    {
        public async Task<Result<Log>> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await db.Applications.Where(a => a.Number == request.Number).Select(a => new { a.Id, a.LinkId }).SingleOrDefaultAsync(cancellationToken);
            if (found is null) return new Error(RegistrationErrors.CaseUnknown);
            var resumeLinks = await db.Links.Where(l => l.Resumes == found.Id).Select(l => l.Id).ToListAsync(cancellationToken);
            return new Log(await mails.ListAsync([found.Id, found.LinkId, .. resumeLinks], cancellationToken));
        }
    }
}
