using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>発送を登録する: the letter was posted.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class DispatchModel(IMediator mediator) : CaseVerbPage(mediator, ApplicationVerb.RegisterDispatch)
{
    [BindProperty]
    public DateOnly? SentOn { get; set; }

    [BindProperty]
    public string? TrackingNumber { get; set; }

    protected override IRequest<Result> Command(ApplicationNumber number) => new RegisterDispatch.Command(number, Version, SentOn, TrackingNumber ?? "");
}
