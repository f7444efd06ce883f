using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace NexiPortal.Web.Pages;

/// <summary>What a person sees when a page is missing, refused or broken: what happened, what to do, whom to ask.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    private const string RetryAfterSeconds = "30";

    public string Heading { get; private set; } = "";

    public string Sentence { get; private set; } = "";

    public void OnGet(int code) => Tell(code);

    public void OnPost(int code) => Tell(code);

    private void Tell(int code)
    {
        // A fault has its status already.
        if (HttpContext.Features.Get<IExceptionHandlerFeature>() is null) Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        if (Response.StatusCode == StatusCodes.Status503ServiceUnavailable) Response.Headers.RetryAfter = RetryAfterSeconds;
        (Heading, Sentence) = Response.StatusCode switch
        {
            400 => ("操作を受け付けられませんでした", "画面の有効期限が切れたか、送信された内容に誤りがあります。ブラウザーの「戻る」で前の画面に戻り、画面を読み込み直してから、もう一度操作してください。"),
            403 => ("この画面は表示できません", "この画面を表示する権限がありません。"),
            404 => ("お探しのページが見つかりません", "アドレスが変更されたか、入力に誤りがある可能性があります。メールに記載されたURLを開かれた場合は、URLが途中で改行されていないかご確認ください。"),
            413 => ("送信された内容が大きすぎます", "入力内容を短くして、もう一度操作してください。"),
            405 => ("この操作は受け付けられません", "お手数ですが、トップページから操作し直してください。"),
            429 => ("ただいま混み合っています", "しばらく時間をおいてから、もう一度操作してください。"),
            503 => ("ただいま混み合っています", "しばらく時間をおいてから、この画面を再読み込みしてください。ボタンを押された後の場合は、再読み込みの際にもう一度送信してよいかをブラウザーが確認しますので、そのまま送信してください。入力された内容を送信し直します。"),
            >= 500 => ("システムエラーが発生しました", "ご迷惑をおかけして申し訳ございません。しばらく時間をおいてから、もう一度操作してください。"),
            _ => ("操作を受け付けられませんでした", "お手数ですが、トップページから操作し直してください。"),
        };
    }
}
