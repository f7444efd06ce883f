using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Pages.Registration;

/// <summary>⑧ The page behind the 登録用URL: asks for the 登録用パスワード, or says why the link cannot be used and what to do.</summary>
[AllowAnonymous]
public sealed class EnterModel(IMediator mediator) : PortalPage
{
    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    [BindProperty]
    public string? Password { get; set; }

    public LookUpRegistrationLink.Answer Link { get; private set; } = null!;

    public string Heading { get; private set; } = "";

    public string Why { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (LinkToken.Mend(Token) is { } mended) return RedirectToPage(new { Token = mended.Value });
        TakeUp();
        Link = (await mediator.Send(new LookUpRegistrationLink.Query(Token), ct)).Value;
        (Heading, Why) = Explain();
        if (!Link.CanBeOpened) Response.StatusCode = Link.Standing is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var answer = await mediator.Send(new OpenRegistrationLink.Command(Token, Password ?? ""), ct);
        if (answer is { Succeeded: true, Value: OpenRegistrationLink.Outcome.Opened opened })
        {
            await HttpContext.SignInRegistrantAsync(mediator, opened.SessionId, opened.LinkId);
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

    private (string Heading, string Why) Explain() => Link switch
    {
        { CanBeOpened: true } => ("登録用パスワードの入力", ""),
        { Standing: LinkStanding.Expired } => ("この登録用URLは有効期限が過ぎています", $"お開きになった登録用URLの有効期限は、{JapanTime.LongDate(Link.ExpiresAt!.Value)} 23時59分でした。期限が過ぎたため、お手続きを進めることができません。"),
        { Standing: LinkStanding.Replaced } => ("この登録用URLは新しいURLに替わっています", "再送のお申し出により、新しい登録用URLをお送りしました。お開きになった登録用URLは、先にお送りしたものです。"),
        { Standing: LinkStanding.Void } => ("この登録用URLは無効になりました", "誤った登録用パスワードが繰り返し入力されたため、安全のために無効にしました。お心当たりのない場合は、画面下部のお問い合わせ先までご連絡ください。"),
        { Standing: LinkStanding.Submitted } => ("この登録用URLでのお手続きは終了しています", "お開きになった登録用URLで送信された申込みのお手続きが終了し、この画面でご覧いただける期間が過ぎました。"),
        _ when LinkToken.Read(Token) is null => ("登録用URLの一部が欠けているか、余分な文字が含まれています", "メールの画面で登録用URLが途中で改行されると、一部だけが開かれることがあります。"),
        _ => ("この登録用URLは確認できません", "登録用URLに誤りがあるか、お送りしてから長い期間が過ぎています。"),
    };
}
