using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using NexiPortal.Application.Registration;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>⑥ The mail is on its way; 再送する sends another in its place.</summary>
[AllowAnonymous]
public sealed class MailSentModel(IMediator mediator) : PortalPage
{
    private const string AddressKey = "sent-to";
    private const string LinkKey = "sent-link";

    public string Address { get; private set; } = "";

    /// <summary>Keeps, sealed in the browser, what the page shows and what 再送する needs.</summary>
    internal static void Keep(ITempDataDictionary notes, RequestRegistrationLink.Receipt receipt)
    {
        notes[AddressKey] = receipt.Address.Value;
        notes[LinkKey] = receipt.LinkId?.ToString("N") ?? "";
    }

    public IActionResult OnGet()
    {
        if (TempData.Peek(AddressKey) is not string address) return RedirectToPage("MailAddress");
        TakeUp();
        Address = address;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (TempData.Peek(AddressKey) is not string address) return RedirectToPage("MailAddress");
        var sent = Guid.TryParse(TempData.Peek(LinkKey) as string, out var id) ? id : (Guid?)null;
        var aWhile = BeginAWhile();
        var answer = await mediator.Send(new RequestRegistrationLink.Command(address, address, sent), ct);
        await aWhile;
        if (answer.Succeeded) Keep(TempData, answer.Value);
        Carry("再送のお申し出を受け付けました。メールが届くまで、しばらくお待ちください。");
        return RedirectToPage();
    }
}
