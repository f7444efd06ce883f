using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>⑤ Step 1: the registrant enters the address the 登録用URL is sent to.</summary>
[AllowAnonymous]
public sealed class MailAddressModel(IMediator mediator) : PortalPage
{
    [TempData]
    [BindProperty]
    public string MailAddress { get; set; } = "";

    [TempData]
    [BindProperty]
    public string MailAddressAgain { get; set; } = "";

    public void OnGet() => TakeUp();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await mediator.Send(new RequestRegistrationLink.Command(MailAddress ?? "", MailAddressAgain ?? ""), ct);
        if (!answer.Succeeded)
        {
            Carry(answer.Errors);
            return RedirectToPage();
        }
        MailAddress = MailAddressAgain = "";
        MailSentModel.Keep(TempData, answer.Value);
        return RedirectToPage("MailSent");
    }
}
