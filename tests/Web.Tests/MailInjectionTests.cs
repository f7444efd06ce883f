using System.Net;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>⑤ as a way into mail headers, to other mailboxes, or to other hosts.</summary>
public sealed class MailInjectionTests
{
    public static TheoryData<string> Payloads =>
    [
        "a@sample.com\r\nBcc: evil@sample.com",
        "a@sample.com\nBcc: evil@sample.com",
        "a@sample.com\r",
        "a@sample.com,evil@sample.com",
        "a@sample.com;evil@sample.com",
        "a@sample.com evil@sample.com",
        "a b@sample.com",
        "\"x\" <a@sample.com>",
        "\"x\\r\\nBcc: evil@sample.com\" <a@sample.com>",
        "a@sample.com\0evil",
        "a@sample.com%0d%0aBcc:evil@sample.com",
        "group: a@sample.com, evil@sample.com;",
        "a\u202E@sample.com",
        "＜a@sample.com＞",
    ];

    [Theory, MemberData(nameof(Payloads))]
    [Trait("Requirement", "S11")]
    public async Task AddressThatIsMoreThanAnAddress_IsRefusedOrOneRecipient(string payload)
    {
        await using var sink = SmtpSink.Start();
        await using var portal = WebPortal.Start(new Dictionary<string, string> { ["Mail:Smtp:Host"] = "127.0.0.1", ["Mail:Smtp:Port"] = $"{sink.Port}", ["Mail:Smtp:Security"] = "None" });
        using var client = portal.CreateClient();

        var page = await client.RequestLinkAsync(payload);
        await portal.DeliverAsync();

        if (sink.Received.Count == 0) page.Errors.ShouldHaveSingleItem();
        foreach (var mail in sink.Received)
        {
            mail.Recipients.ShouldBe(["a@sample.com"]);
            mail.Header("Bcc").ShouldBeNull();
            mail.Header("Subject").ShouldBe("【NEXI】保険利用者・Webユーザー登録用URLのお知らせ");
        }
    }

    [Fact]
    [Trait("Requirement", "S11")]
    public async Task PlainAddress_GetsOneMailWithConstantHeaders()
    {
        await using var sink = SmtpSink.Start();
        await using var portal = WebPortal.Start(new Dictionary<string, string> { ["Mail:Smtp:Host"] = "127.0.0.1", ["Mail:Smtp:Port"] = $"{sink.Port}", ["Mail:Smtp:Security"] = "None" });
        using var client = portal.CreateClient();

        await client.RequestLinkAsync("a@sample.com");
        await portal.DeliverAsync();

        var mail = sink.Received.ShouldHaveSingleItem();
        mail.From.ShouldBe("web_info@nexi.go.jp");
        mail.Recipients.ShouldBe(["a@sample.com"]);
        mail.Header("To").ShouldBe("a@sample.com");
    }

    [Fact]
    [Trait("Requirement", "S10")]
    public async Task UnknownHost_IsRefused()
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        client.DefaultRequestHeaders.Host = "evil.example";

        (await Page.GetAsync(client, "/")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("X-Original-Host", "evil.example")]
    [InlineData("Forwarded", "host=evil.example")]
    [Trait("Requirement", "S10")]
    public async Task MailedUrl_WhateverARequestSaysOfTheHost_IsThePublicOne(string header, string value)
    {
        await using var portal = WebPortal.Start(new Dictionary<string, string> { ["Portal:PublicUrl"] = "https://portal.example.jp", ["Portal:TrustedProxies"] = "127.0.0.1" });
        using var client = portal.CreateClient();
        client.DefaultRequestHeaders.Add(header, value);

        await client.RequestLinkAsync("a@sample.com");

        var text = (await portal.MailToAsync("a@sample.com")).Text;
        text.ShouldContain("https://portal.example.jp/r/");
        text.ShouldNotContain("evil");
    }
}
