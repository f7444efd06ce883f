using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NexiPortal.Application.Registration;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>The page behind M20's URL: one button that shows the application (⑬), or why the URL cannot be used.</summary>
[AllowAnonymous]
public sealed class StatusLinkModel(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    public bool IsLive { get; private set; }

    public string Heading { get; private set; } = "";

    public string Why { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var link = (await mediator.Send(new LookUpStatusLink.Query(Token), ct)).Value;
        IsLive = link.IsLive;
        (Heading, Why) = link switch
        {
            { IsLive: true } => ("申込状況の確認", ""),
            { IsKnown: true } => ("このURLは有効期限が過ぎています", "申込状況を確認するURLは、安全のために短い時間だけご利用いただけます。お開きになったURLの期限が過ぎたため、お申込みの状況を表示できません。"),
            _ => ("このURLは確認できません", "URLが途中で改行されているか、一部が欠けている可能性があります。メールに記載されたURL全体を、もう一度お確かめください。"),
        };
        if (!IsLive) Response.StatusCode = link.IsKnown ? StatusCodes.Status410Gone : StatusCodes.Status404NotFound;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await mediator.Send(new OpenStatusLink.Command(Token), ct);
        if (!answer.Succeeded) return RedirectToPage(new { Token });
        await HttpContext.SignInRegistrantAsync(mediator, answer.Value.SessionId, answer.Value.LinkId);
        return RedirectToPage("Form");
    }
}
