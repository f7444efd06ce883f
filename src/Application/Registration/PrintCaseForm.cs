using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>Staff look at the form (申込書) as the registrant can print it, in whatever state the case is. That it was looked at goes to the audit trail.</summary>
public static class PrintCaseForm
{
    /// <summary>The question.</summary>
    /// <param name="Number">受付番号.</param>
    public sealed record Query(ApplicationNumber Number) : IRequest<Result<PrintApplicationForm.Form>>;

    internal sealed class Handler(IRegistrationDb db, IApplicationFormRenderer renderer, OperatorProfile nexi, Enclosures enclosures, IAuditTrail trail, TimeProvider clock)
        : IRequestHandler<Query, Result<PrintApplicationForm.Form>>
    {
        public async Task<Result<PrintApplicationForm.Form>> Handle(Query request, CancellationToken cancellationToken)
        {
            var application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Number == request.Number, cancellationToken);
            if (application is null or { ForgottenAt: not null }) return new Error(RegistrationErrors.CaseUnknown);
            await trail.RecordAsync(Looks.ApplicationForm, application.Id, clock.Now(), cancellationToken);
            return PrintApplicationForm.Print(application, renderer, nexi, enclosures);
        }
    }
}
