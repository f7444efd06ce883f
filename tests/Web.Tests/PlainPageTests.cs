using System.Net;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>Pages that need no more than a visitor.</summary>
public sealed class PlainPageTests(OnePortal one) : IClassFixture<OnePortal>
{
    [Fact]
    public async Task MailSent_WithoutAnythingSent_LeadsToTheMailAddress()
    {
        using var client = one.Portal.CreateClient();
        (await Page.GetAsync(client, "/registration/mail-sent")).Address.AbsolutePath.ShouldBe("/registration/mail-address");
    }

    [Fact]
    public async Task Closed_SaysHowToResume()
    {
        using var client = one.Portal.CreateClient();
        (await Page.GetAsync(client, "/registration/closed")).Text.ShouldContain("登録用URLを開き、登録用パスワードを入力してください");
    }

    [Theory]
    [InlineData("/registration/leave")]
    [InlineData("/registration/withdraw")]
    public async Task Step_WithoutASession_LeadsToTheWayBackIn(string address)
    {
        using var client = one.Portal.CreateClient();
        (await Page.GetAsync(client, address)).Address.AbsolutePath.ShouldBe("/registration/session-ended");
    }

    [Fact]
    public async Task Terms_AsPdf_AreThoseThePageShows()
    {
        using var client = one.Portal.CreateClient();
        using var answer = await client.GetAsync(new Uri("/terms.pdf", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        new Pdf(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Letters.ShouldContain("第1条(目的)");
    }
}
