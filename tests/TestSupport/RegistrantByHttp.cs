using NexiPortal.Domain.Registration;

namespace NexiPortal.TestSupport;

/// <summary>The registrant's way by plain HTTP, as a browser without JavaScript goes it.</summary>
public static class RegistrantByHttp
{
    /// <summary>⑤: asks for a link.</summary>
    public static async Task<Page> RequestLinkAsync(this HttpClient client, string address)
    {
        var page = await Page.GetAsync(client, "/registration/mail-address");
        return await page.Form("送信する").Fill("メールアドレス", address).Fill("メールアドレス(確認用)", address).Press("送信する");
    }

    /// <summary>⑧: opens a mailed link with its password, or with another.</summary>
    public static Task<Page> EnterAsync(this HttpClient client, SinkMail mail, string? otherPassword = null) => client.EnterAsync(LinkIn(mail.Text), otherPassword);

    /// <inheritdoc cref="EnterAsync(HttpClient, SinkMail, string)" />
    public static async Task<Page> EnterAsync(this HttpClient client, (string Path, string Password) link, string? otherPassword = null)
    {
        var page = await Page.GetAsync(client, link.Path);
        return await page.Form("認証する").Fill("登録用パスワード", otherPassword ?? link.Password).Press("認証する");
    }

    /// <summary>⑤–⑦: asks for a link and reads its mail.</summary>
    public static async Task<(string Path, string Password)> ReceiveLinkAsync(this WebPortal portal, HttpClient client, string address)
    {
        await client.RequestLinkAsync(address);
        return LinkIn((await portal.MailToAsync(address)).Text);
    }

    /// <summary>The link in M01: the path of its URL, and its password.</summary>
    public static (string Path, string Password) LinkIn(string mail) =>
        (new Uri(Under(mail, "■登録用URL")).AbsolutePath, Under(mail, "■登録用パスワード"));

    /// <summary>⑨–⑪: a complete entry, confirmed; gives back ⑫.</summary>
    public static async Task<Page> FillAsync(this Page chooseType, ApplicationType type)
    {
        var values = Entries.Complete(type);
        var form = (await chooseType.Form(type.Label()).Press(type.Label())).Form("申込情報の確認へ");
        foreach (var field in ApplicationFields.For(type)) form.Fill(field.Key, values[field]);
        return await (await form.Press("申込情報の確認へ")).Form("Webサービス利用規約の同意へ").Press("Webサービス利用規約の同意へ");
    }

    /// <summary>⑩ of a kind, with one field filled in.</summary>
    public static async Task<PageForm> BeginAsync(this Page chooseType, string companyName, ApplicationType type = ApplicationType.HeadOffice) =>
        (await chooseType.Form(type.Label()).Press(type.Label())).Form("申込情報の確認へ").Fill(ApplicationFields.CompanyName.Key, companyName);

    /// <summary>⑫: agrees and submits.</summary>
    public static Task<Page> SubmitAsync(this Page terms) =>
        terms.Form("申込書印刷へ").Check("Webサービス利用規約に同意して、申込情報を送信する").Press("申込書印刷へ");

    private static string Under(string mail, string heading) => mail.Split(heading)[1].Trim().Split('\n')[0].Trim();
}
