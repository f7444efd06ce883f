using System.Net;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

public sealed class CaughtMailTests(OnePortal one) : IClassFixture<OnePortal>
{
    [Fact]
    public async Task CaughtMail_InDevelopment_IsShownWithAWorkingLink()
    {
        using var client = one.Portal.CreateClient();
        await client.RequestLinkAsync("caught@sample.com");
        var list = await Page.GetAsync(client, "/dev/mail");
        for (var i = 0; i < 300 && !list.Text.Contains("caught@sample.com", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            list = await Page.GetAsync(client, "/dev/mail");
        }

        var row = list.Document.QuerySelectorAll("tr").Single(row => row.TextContent.Contains("caught@sample.com", StringComparison.Ordinal));
        var mail = await Page.GetAsync(client, row.QuerySelector("a")!.GetAttribute("href")!);

        mail.Address.AbsolutePath.ShouldStartWith("/dev/mail/");
        (await Page.GetAsync(client, mail.Document.QuerySelector(".mail-body a")!.TextContent)).Heading.ShouldContain("登録用パスワードの入力");
        (await Page.GetAsync(client, "/dev/mail/unknown")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
