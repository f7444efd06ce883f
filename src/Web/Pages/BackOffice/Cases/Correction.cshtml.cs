using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>補正を依頼する: what is missing or wrong, and what else the registrant is to know.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class CorrectionModel(IMediator mediator) : CaseVerbPage(mediator, ApplicationVerb.RequestCorrection)
{
    [BindProperty]
    public List<string> Reasons { get; set; } = [];

    [BindProperty(Name = "Note")]
    public string? Text { get; set; }

    protected override IRequest<Result> Command(ApplicationNumber number) => new RequestCorrection.Command(number, Version, Reasons, Text ?? "");
}
