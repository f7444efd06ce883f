using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>手続き再開用URLを送る: what is to be changed goes with it.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class ReopenModel(IMediator mediator) : CaseVerbPage(mediator, ApplicationVerb.Reopen)
{
    [BindProperty(Name = "Note")]
    public string? Text { get; set; }

    protected override IRequest<Result> Command(ApplicationNumber number) => new ReopenApplication.Command(number, Version, Text ?? "");
}
