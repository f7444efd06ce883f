using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>⑧ The page behind the 登録用URL: asks for the 登録用パスワード, or says why the link cannot be used.</summary>
[AllowAnonymous]
public sealed class EnterModel(IMediator mediator) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Password { get; set; }

    public bool IsOpen { get; private set; }

    public DateTimeOffset? PausedUntil { get; private set; }

    public string Heading { get; private set; } = "";

    public string Why { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        TakeUp();
        var link = (await mediator.Send(new LookUpRegistrationLink.Query(Token), ct)).Value;
        (IsOpen, PausedUntil) = (link.CanBeOpened, link.PausedUntil);
        (Heading, Why) = link.Standing switch
        {
            LinkStanding.Expired => ("この登録用URLは有効期限が過ぎています", "登録用URLには有効期限があります。お開きになった登録用URLの期限が過ぎたため、お手続きを進めることができません。"),
            LinkStanding.Replaced => ("この登録用URLは新しいURLに替わっています", "再送のお申し出により、新しい登録用URLをお送りしました。新しいメールに記載された登録用URLをお使いください。"),
            LinkStanding.Void => ("この登録用URLは無効になりました", "誤った登録用パスワードが繰り返し入力されたため、安全のために無効にしました。"),
            _ => ("この登録用URLは確認できません", "URLが途中で改行されているか、一部が欠けている可能性があります。メールに記載されたURL全体を、もう一度お確かめください。"),
        };
        if (!IsOpen) Response.StatusCode = link.Standing is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await mediator.Send(new OpenRegistrationLink.Command(Token, Password ?? ""), ct);
        if (answer is { Succeeded: true, Value: OpenRegistrationLink.Outcome.Opened opened })
        {
            await HttpContext.SignInRegistrantAsync(opened.SessionId, opened.LinkId);
            return RedirectToPage(opened.LeadsTo switch
            {
                OpenRegistrationLink.Destination.Case => "Form",
                OpenRegistrationLink.Destination.Entry => "Details",
                _ => "ChooseType",
            });
        }
        if (!answer.Succeeded) Carry(answer.Errors);
        else if (answer.Value is OpenRegistrationLink.Outcome.WrongPassword) Carry([Error.At(nameof(Password), RegistrationErrors.PasswordWrong)]);
        return RedirectToPage(new { Token });
    }
}
