using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>位置合わせシートを印刷する: the calibration sheet as a document, for clerks who fold letters and supervisors who see to the settings.</summary>
[ForStaff(StaffRoles.Clerk | StaffRoles.Supervisor)]
public sealed class CalibrationPdfModel(IMediator mediator) : StaffPage(mediator)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => Document((await Mediator.Send(new PrintWindowCalibration.Query(), ct)).Value, "窓付き封筒の位置合わせシート.pdf");
}
