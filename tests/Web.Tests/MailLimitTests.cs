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

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            using var client = portal.CreateClient();
            var address = spellings[i % spellings.Length];
            var page = await client.RequestLinkAsync(address);
            return (page.Status, page.Heading, Text: page.Text.Replace(address, "", StringComparison.Ordinal));
        }));

        answers.Distinct().ShouldHaveSingleItem().Status.ShouldBe(HttpStatusCode.OK);
        (await portal.MailsAsync()).Count.ShouldBe(3);
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
