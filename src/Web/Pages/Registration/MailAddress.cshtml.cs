using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>⑤ Step 1: the registrant enters the address the 登録用URL is sent to.</summary>
[AllowAnonymous]
public sealed class MailAddressModel(IMediator mediator) : PortalPage
{
    [BindProperty]
    public string? MailAddress { get; set; }

    [BindProperty]
    public string? MailAddressAgain { get; set; }

    public void OnGet()
    {
        TakeUp();
        MailAddress ??= TempData[nameof(MailAddress)] as string;
        MailAddressAgain ??= TempData[nameof(MailAddressAgain)] as string;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var aWhile = BeginAWhile();
        var answer = await mediator.Send(new RequestRegistrationLink.Command(MailAddress ?? "", MailAddressAgain ?? ""), ct);
        await aWhile;
        if (answer.Succeeded)
        {
            MailSentModel.Keep(TempData, answer.Value);
            return RedirectToPage("MailSent");
        }
        TempData[nameof(MailAddress)] = MailAddress;
        TempData[nameof(MailAddressAgain)] = MailAddressAgain;
        Carry(answer.Errors);
        return RedirectToPage();
    }
}
