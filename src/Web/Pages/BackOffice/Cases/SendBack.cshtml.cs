using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>差し戻す: back to the clerk, saying why.</summary>
[ForStaff(StaffRoles.Approver)]
public sealed class SendBackModel(IMediator mediator) : CaseVerbPage(mediator, ApplicationVerb.SendBack)
{
    [BindProperty]
    public string? Comment { get; set; }

    protected override IRequest<Result> Command(ApplicationNumber number) => new SendBackApplication.Command(number, Version, Comment ?? "");
}
