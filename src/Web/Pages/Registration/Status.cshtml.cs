using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>⑧b A registrant asks where an application stands; the answer goes to the mailbox of ⑤.</summary>
[AllowAnonymous]
public sealed class StatusModel(IMediator mediator) : PortalPage
{
    [BindProperty]
    public string? Number { get; set; }

    [BindProperty]
    public string? MailAddress { get; set; }

    public void OnGet()
    {
        TakeUp();
        Number = TempData[nameof(Number)] as string;
        MailAddress = TempData[nameof(MailAddress)] as string;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var aWhile = BeginAWhile();
        var answer = await mediator.Send(new RequestStatusLink.Command(Number ?? "", MailAddress ?? ""), ct);
        await aWhile;
        if (answer.Succeeded) return RedirectToPage("StatusSent");
        TempData[nameof(Number)] = Number;
        TempData[nameof(MailAddress)] = MailAddress;
        Carry(answer.Errors);
        return RedirectToPage();
    }
}
