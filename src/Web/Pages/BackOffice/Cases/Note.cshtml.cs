using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>メモを追加する: where the form on the page of the case is sent, and shown again when it is refused.</summary>
[ForStaff(StaffRoles.Clerk | StaffRoles.Approver)]
public sealed class NoteModel(IMediator mediator) : CasePage(mediator)
{
    [BindProperty]
    public string? Text { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        TakeUpEntry();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ApplicationNumber.Read(Number) is not { } number) return NotFound();
        var answer = await Mediator.Send(new AddCaseNote.Command(number, Text ?? ""), ct);
        if (!answer.Succeeded) return await RefuseEntryAsync(answer.Errors, OnGetAsync, ct);
        Carry("メモを追加しました。");
        return ToCase();
    }
}
