using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>登録不可とする: the application is refused, with the reason.</summary>
[ForStaff(StaffRoles.Approver)]
public sealed class DeclineModel(IMediator mediator) : CaseVerbPage(mediator, ApplicationVerb.Decline)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override IRequest<Result> Command(ApplicationNumber number) => new DeclineApplication.Command(number, Version, Reason ?? "");
}
