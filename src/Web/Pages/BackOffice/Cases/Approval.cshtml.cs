using MediatR;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>承認する: a second person approves exactly what this page shows.</summary>
[ForStaff(StaffRoles.Approver)]
public sealed class ApprovalModel(IMediator mediator) : CaseVerbPage(mediator, ApplicationVerb.Approve)
{
    protected override IRequest<Result> Command(ApplicationNumber number) => new ApproveApplication.Command(number, Version);
}
