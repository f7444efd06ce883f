using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>期限切れを復活する: the paper arrived after all.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class ReviveModel(IMediator mediator) : CaseVerbPage(mediator, ApplicationVerb.Revive)
{
    [BindProperty]
    public DateOnly? ArrivedOn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    protected override IRequest<Result> Command(ApplicationNumber number) => new ReviveApplication.Command(number, Version, Reason ?? "", ArrivedOn);
}
