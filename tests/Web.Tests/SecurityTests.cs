using System.Net;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>One portal for all security tests; they only look at it.</summary>
public sealed class OnePortal : IAsyncLifetime
{
    /// <summary>The portal.</summary>
    public WebProcess Portal { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => Portal = await WebProcess.StartAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}

public sealed class SecurityTests(OnePortal one) : IClassFixture<OnePortal>
{
    private WebProcess Portal => one.Portal;

    public static TheoryData<string> Addresses =>
    [
        "/", "/steps", "/before-applying", "/registration", "/registration/mail-address", "/registration/mail-sent", "/registration/closed",
        "/registration/session-ended", "/registration/help/company-name", "/r/AAAAAAAAAAAAAAAAAAAAAA", "/registration/type", "/registration/details",
        "/registration/leave", "/registration/status", "/registration/status/sent", "/s/AAAAAAAAAAAAAAAAAAAAAA", "/registration/withdraw", "/registration/confirm", "/registration/terms", "/registration/form", "/registration/application-form.pdf",
        "/terms.pdf", "/privacy", "/error/500", "/missing", "/dev/mail", "/site.css", "/backoffice", "/backoffice/login", "/backoffice/staff", "/backoffice/missing", "/health/live",
    ];

    [Theory, MemberData(nameof(Addresses))]
    [Trait("Requirement", "S34")]
    [Trait("Requirement", "S35")]
    [Trait("Requirement", "S36")]
    public async Task EveryAnswer_CarriesTheSecurityHeaders(string address)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Portal.Address };

        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

        Header(answer, "Content-Security-Policy").ShouldStartWith("default-src 'none'");
        Header(answer, "Content-Security-Policy").ShouldNotContain("unsafe");
        Header(answer, "Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
        Header(answer, "X-Content-Type-Options").ShouldBe("nosniff");
        Header(answer, "Referrer-Policy").ShouldBe("no-referrer");
        Header(answer, "Cross-Origin-Opener-Policy").ShouldBe("same-origin");
        answer.Headers.Contains("Server").ShouldBeFalse();
        if (!address.EndsWith(".css", StringComparison.Ordinal)) Header(answer, "Cache-Control").ShouldContain("no-store");
    }

    [Fact]
    public async Task CaughtMail_InDevelopment_IsShownWithAWorkingLink()
    {
        using var client = Portal.CreateClient();
        await client.RequestLinkAsync("caught@sample.com");
        var list = await Page.GetAsync(client, "/dev/mail");
        for (var i = 0; i < 300 && !list.Text.Contains("caught@sample.com", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            list = await Page.GetAsync(client, "/dev/mail");
        }

        var mail = await list.Follow("【NEXI】保険利用者・Webユーザー登録用URLのお知らせ");

        mail.Address.AbsolutePath.ShouldStartWith("/dev/mail/");
        (await Page.GetAsync(client, mail.Document.QuerySelector(".mail-body a")!.TextContent)).Heading.ShouldContain("登録用パスワードの入力");
        (await Page.GetAsync(client, "/dev/mail/unknown")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/registration/type")]
    [InlineData("/registration/details")]
    [InlineData("/registration/form")]
    [InlineData("/registration/withdraw")]
    [InlineData("/registration/application-form.pdf")]
    [Trait("Requirement", "S37")]
    public async Task Step_WithoutASession_LeadsToTheWayBackIn(string address)
    {
        using var client = Portal.CreateClient();

        (await Page.GetAsync(client, address)).Heading.ShouldBe("お手続きを続けるには、認証が必要です");
    }

    [Fact]
    [Trait("Requirement", "S32")]
    public async Task EveryCookie_IsSecureAndBoundToTheHost()
    {
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = Portal.Address };

        using var answer = await client.GetAsync(new Uri("/registration/mail-address", UriKind.Relative), TestContext.Current.CancellationToken);

        var cookies = answer.Headers.GetValues("Set-Cookie").ToList();
        cookies.ShouldNotBeEmpty();
        foreach (var cookie in cookies)
        {
            cookie.ShouldStartWith("__Host-");
            cookie.ShouldContain("secure");
            cookie.ShouldContain("httponly");
            cookie.ShouldContain("samesite=");
        }
    }

    [Fact]
    [Trait("Requirement", "S10")]
    public async Task UnknownHost_IsRefused()
    {
        using var client = new HttpClient { BaseAddress = Portal.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "evil.example";

        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    [Trait("Requirement", "S38")]
    public async Task BodyOver64KiB_IsRefused()
    {
        using var client = new HttpClient { BaseAddress = Portal.Address };

        using var answer = await client.PostAsync(new Uri("/registration/mail-address", UriKind.Relative), new FormUrlEncodedContent([new("MailAddress", new string('a', 70_000))]), TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBeInRange(400, 499);
    }

    private static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.GetValues(name));
}
