using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>承認を依頼する: the check list, and why what differs from the registered data is right.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class ApprovalRequestModel(IMediator mediator) : CaseVerbPage(mediator, ApplicationVerb.RequestApproval)
{
    [BindProperty]
    public List<string> Checks { get; set; } = [];

    [BindProperty]
    public string? Explanation { get; set; }

    protected override IRequest<Result> Command(ApplicationNumber number) => new RequestApproval.Command(number, Version, Checks, Explanation ?? "");
}
