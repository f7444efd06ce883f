using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>取込み用の様式: a file with the columns and no rows.</summary>
[ForStaff(StaffRoles.Supervisor)]
public sealed class ImportTemplateModel(IMediator mediator) : StaffPage(mediator)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var template = (await Mediator.Send(new ShowImportColumns.Query(), ct)).Value.Template;
        return new CsvDownload("保険利用者_取込み様式.csv", (file, cancelled) => file.WriteAsync(template, cancelled).AsTask());
    }
}
