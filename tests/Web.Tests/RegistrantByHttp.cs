using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>The registrant's way by plain HTTP, as a browser without JavaScript goes it.</summary>
internal static class RegistrantByHttp
{
    /// <summary>⑤: asks for a link.</summary>
    public static async Task<Page> RequestLinkAsync(this HttpClient client, string address)
    {
        var page = await Page.GetAsync(client, "/registration/mail-address");
        return await page.Form("送信する").Fill("メールアドレス", address).Fill("メールアドレス(確認用)", address).Press("送信する");
    }

    /// <summary>⑧: opens a mailed link with its password, or with another.</summary>
    public static async Task<Page> EnterAsync(this HttpClient client, SinkMail mail, string? otherPassword = null)
    {
        var text = mail.Text;
        var path = new Uri(text.Split("■登録用URL")[1].Trim().Split('\n')[0].Trim()).AbsolutePath;
        var password = text.Split("■登録用パスワード")[1].Trim().Split('\n')[0].Trim();
        var page = await Page.GetAsync(client, path);
        return await page.Form("認証する").Fill("登録用パスワード", otherPassword ?? password).Press("認証する");
    }

    /// <summary>⑨–⑪: a complete entry, confirmed; gives back ⑫.</summary>
    public static async Task<Page> FillAsync(this Page chooseType, ApplicationType type)
    {
        var values = Entries.Complete(type);
        var form = (await chooseType.Form(type.Label()).Press(type.Label())).Form("申込情報の確認へ");
        foreach (var field in ApplicationFields.For(type)) form.Fill(field.Key, values[field]);
        return await (await form.Press("申込情報の確認へ")).Form("Webサービス利用規約の同意へ").Press("Webサービス利用規約の同意へ");
    }

    /// <summary>⑫: agrees and submits.</summary>
    public static Task<Page> SubmitAsync(this Page terms) =>
        terms.Form("申込書印刷へ").Check("Webサービス利用規約に同意して、申込情報を送信する").Press("申込書印刷へ");
}
