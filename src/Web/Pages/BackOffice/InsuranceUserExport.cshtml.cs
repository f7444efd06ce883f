using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>CSVダウンロード: the whole register leaves the portal by it, which is a supervisor's to do, like the import.</summary>
[ForStaff(StaffRoles.Supervisor)]
public sealed class InsuranceUserExportModel(IMediator mediator) : StaffPage(mediator)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var export = (await Mediator.Send(new ExportInsuranceUsers.Query(), ct)).Value;
        return new CsvDownload($"保険利用者_{export.TakenOn:yyyyMMdd}.csv", export.WriteAsync);
    }
}
