using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Web.Security;
using NexiPortal.Web.Texts;

namespace NexiPortal.Web.Pages.Service.Users;

/// <summary>まとめて追加する: many applicants from a file.</summary>
[ForWebUsers(WebUserRole.Administrator), TakesFile(LargestMegabytes)]
public sealed class ImportModel(IMediator mediator, WebUserPolicy policy) : ServicePage(mediator)
{
    /// <summary>99 applicants are some 20 kB.</summary>
    public const int LargestMegabytes = 1;

    /// <summary>Names the form, so that it adds once however often it is sent.</summary>
    [BindProperty]
    public Guid Form { get; set; } = Guid.CreateVersion7();

    [BindProperty(Name = "File")]
    public IFormFile? Upload { get; set; }

    public WebUserPolicy Policy => policy;

    public IReadOnlyList<ApplicationField> Columns { get; private set; } = [];

    public IReadOnlyList<AddApplicants.Fault> Faults { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        TakeUp();
        Columns = (await Mediator.Send(new ShowApplicantColumns.Query(), ct)).Value.Columns;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Upload is null) return Refuse([Error.At("File", FormErrors.FileRequired)]);
        await using var file = Upload.OpenReadStream();
        var answer = await Mediator.Send(new AddApplicants.Command(Form, User.InsuranceUserId(), file), ct);
        if (!answer.Succeeded) return Refuse(answer.Errors);
        if (answer.Value.Faults.Count > 0) return await TellAsync(answer.Value.Faults, ct);
        Carry($"{answer.Value.Added}名の申込者を登録し、ご本人にメールをお送りしました。");
        return RedirectToPage("/Service/Users/List");
    }

    // In the answer itself: the faults are too many for a cookie.
    private async Task<IActionResult> TellAsync(IReadOnlyList<AddApplicants.Fault> faults, CancellationToken ct)
    {
        await OnGetAsync(ct);
        (Faults, Errors) = (faults, [Error.At("faults", WebUserErrors.ApplicantsFaulty, $"{faults.Count:N0}")]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
