using MediatR;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Staff;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>差出票を印刷する: the list for the post office as a document; when nothing is to be dispatched, the letters say so.</summary>
[ForStaff(StaffRoles.Clerk)]
public sealed class RegisteredMailListPdfModel(IMediator mediator) : StaffPage(mediator)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var list = await Mediator.Send(new PrintRegisteredMailList.Query(), ct);
        if (list.Succeeded) return Document(list.Value.Pdf, list.Value.FileName);
        Carry(list.Errors);
        return RedirectToPage("Letters");
    }
}
