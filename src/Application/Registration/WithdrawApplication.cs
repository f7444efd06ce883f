using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>⑬ 取り下げる: the registrant takes the application back (M11). Pressing twice changes nothing.</summary>
public static class WithdrawApplication
{
    /// <summary>The request.</summary>
    /// <param name="LinkId">The registrant's link.</param>
    /// <param name="Version">Version of the case that the page showed.</param>
    public sealed record Command(Guid LinkId, int Version) : IRequest<Result>;

    internal sealed class Handler(IRegistrationDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var application = await db.ApplicationsOf(request.LinkId).SingleOrDefaultAsync(cancellationToken);
            if (application is null) return new Error(RegistrationErrors.NotSubmitted);
            if (application.State == ApplicationState.Withdrawn) return Result.Done;
            if (application.Version != request.Version || !application.Withdraw(Actor.Registrant(request.LinkId), clock.Now()).Succeeded) return new Error(RegistrationErrors.CaseChanged);
            await EndReopeningAsync(application, cancellationToken);
            return await db.SaveAsync(cancellationToken);
        }

        // A 手続き再開用URL of the case has nothing left to change; what was being entered with it is forgotten.
        private async Task EndReopeningAsync(RegistrationApplication application, CancellationToken ct)
        {
            var links = await db.Links.Where(l => l.Resumes == application.Id && l.ApplicationId == null).ToListAsync(ct);
            foreach (var link in links)
            {
                link.Spend(application);
                (await db.Drafts.SingleOrDefaultAsync(d => d.LinkId == link.Id, ct))?.Empty();
            }
        }
    }
}
