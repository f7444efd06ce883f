using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;
using NexiPortal.Web.Texts;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>保険利用者の取込み: a supervisor takes over the insurance users registered before the Web service from a file.</summary>
[ForStaff(StaffRoles.Supervisor), TakesFile(LargestMegabytes)]
public sealed class ImportModel(IMediator mediator) : StaffPage(mediator)
{
    /// <summary>50,000 insurance users are some 13 MB.</summary>
    public const int LargestMegabytes = 20;

    [BindProperty(Name = "File")]
    public IFormFile? Upload { get; set; }

    public IReadOnlyList<ShowImportColumns.Column> Columns { get; private set; } = [];

    public ImportInsuranceUsers.Outcome? Refused { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        TakeUp();
        Columns = (await Mediator.Send(new ShowImportColumns.Query(), ct)).Value.Columns;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Upload is null) return Refuse([Error.At("File", FormErrors.FileRequired)]);
        await using var file = Upload.OpenReadStream();
        var answer = await Mediator.Send(new ImportInsuranceUsers.Command(file), ct);
        if (!answer.Succeeded) return Refuse(answer.Errors);
        if (answer.Value.FaultCount > 0) return await TellAsync(answer.Value, ct);
        Carry($"{answer.Value.Imported:N0}件の保険利用者を取り込みました。");
        return RedirectToPage();
    }

    // In the answer itself: the faults are too many for a cookie.
    private async Task<IActionResult> TellAsync(ImportInsuranceUsers.Outcome refused, CancellationToken ct)
    {
        await OnGetAsync(ct);
        (Refused, Errors) = (refused, [Error.At("faults", ImportErrors.FileFaulty, $"{refused.FaultCount:N0}")]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
