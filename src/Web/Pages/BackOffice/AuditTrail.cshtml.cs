using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Audit;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>監査証跡: every change, and every look at personal data by staff. What it is narrowed down by stands in the address.</summary>
[ForStaff(StaffRoles.Supervisor | StaffRoles.Auditor)]
public sealed class AuditTrailModel(IMediator mediator) : StaffPage(mediator)
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Subject { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Behind { get; set; }

    public ViewAuditTrail.View View { get; private set; } = null!;

    /// <summary>Whether anything but the page narrows the list down.</summary>
    public bool IsNarrowed => From is not null || Until is not null || !string.IsNullOrWhiteSpace(By) || !string.IsNullOrEmpty(What) || !string.IsNullOrWhiteSpace(Subject);

    public async Task OnGetAsync(CancellationToken ct) => View = (await Mediator.Send(new ViewAuditTrail.Query
    {
        From = From,
        Until = Until,
        By = By ?? "",
        Action = What ?? "",
        Subject = Subject ?? "",
        Behind = Behind,
    }, ct)).Value;
}
