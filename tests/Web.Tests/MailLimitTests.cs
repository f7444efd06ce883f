using System.Diagnostics;
using System.Net;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>⑤ asked too often: the same page, whatever is known, and no more mails than allowed.</summary>
public sealed class MailLimitTests
{
    [Fact]
    [Trait("Requirement", "S12")]
    [Trait("Requirement", "S13")]
    [Trait("Requirement", "S14")]
    public async Task TwoHundredPosts_ForOneMailbox_AreAnsweredAlikeAndMailedThreeTimes()
    {
        await using var portal = WebPortal.Start();
        string[] spellings = ["taro@sample.com", "TARO@sample.com", "taro+1@sample.com", "Taro+2@SAMPLE.com"];

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var client = portal.CreateClient();
            var told = new List<(HttpStatusCode Status, string Heading, string Text)>();
            for (var i = 0; i < 10; i++)
            {
                var address = spellings[i % spellings.Length];
                var page = await client.RequestLinkAsync(address);
                told.Add((page.Status, page.Heading, page.Text.Replace(address, "", StringComparison.Ordinal)));
            }
            return told;
        }));

        answers.SelectMany(told => told).Distinct().ShouldHaveSingleItem().Status.ShouldBe(HttpStatusCode.OK);
        (await portal.MailsAsync()).Count.ShouldBe(3);
    }

    [Fact]
    [Trait("Requirement", "S14")]
    public async Task Answer_WithOrWithoutAMail_TakesItsTime()
    {
        await using var portal = WebPortal.Start(new Dictionary<string, string> { ["Registration:MailsPerHour"] = "1" });
        using var client = portal.CreateClient();
        var form = (await Page.GetAsync(client, "/registration/mail-address")).Form("送信する").Fill("メールアドレス", "taro@sample.com").Fill("メールアドレス(確認用)", "taro@sample.com");

        for (var i = 0; i < 3; i++)
        {
            var watch = Stopwatch.StartNew();
            (await form.Press("送信する")).Heading.ShouldContain("登録用メール送信完了");
            watch.Elapsed.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMilliseconds(100));
        }
        (await portal.MailsAsync()).Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Requirement", "S13")]
    public async Task Place_BehindATrustedProxy_IsTheForwardedAddress_AndOfIPv6ItsNetwork()
    {
        await using var portal = WebPortal.Start(new Dictionary<string, string> { ["Portal:TrustedProxies"] = "10.0.0.0/8, 127.0.0.1", ["Registration:MailsPerOriginPerHour"] = "2" });

        foreach (var from in new[] { "203.0.113.7", "203.0.113.7, 10.1.2.3", "203.0.113.7" }) await AskAsync(portal, from);
        (await portal.MailsAsync()).Count.ShouldBe(2);
        await AskAsync(portal, "203.0.113.8");
        (await portal.MailsAsync()).Count.ShouldBe(3);
        foreach (var from in new[] { "2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:2::3" }) await AskAsync(portal, from);
        (await portal.MailsAsync()).Count.ShouldBe(5);
        await AskAsync(portal, "2001:db8:1:3::1");
        (await portal.MailsAsync()).Count.ShouldBe(6);
    }

    [Fact]
    [Trait("Requirement", "S13")]
    public async Task ForwardedAddress_FromAnybodyElse_IsNotBelieved()
    {
        await using var portal = WebPortal.Start(new Dictionary<string, string> { ["Portal:TrustedProxies"] = "10.0.0.1", ["Registration:MailsPerOriginPerHour"] = "2" });

        for (var i = 0; i < 5; i++) await AskAsync(portal, $"203.0.113.{i}");

        (await portal.MailsAsync()).Count.ShouldBe(2);
    }

    private static async Task AskAsync(WebPortal portal, string forwardedFor)
    {
        using var client = portal.CreateClient();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        (await client.RequestLinkAsync($"{Guid.NewGuid():N}@sample.com")).Heading.ShouldContain("登録用メール送信完了");
    }
}
