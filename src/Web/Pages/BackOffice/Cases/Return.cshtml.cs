using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>返戻を登録する: the letter came back.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class ReturnModel(IMediator mediator) : CaseVerbPage(mediator, ApplicationVerb.RegisterReturn)
{
    [BindProperty(Name = "Note")]
    public string? Text { get; set; }

    protected override IRequest<Result> Command(ApplicationNumber number) => new RegisterReturnedNotice.Command(number, Version, Text ?? "");
}
