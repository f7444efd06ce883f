using System.Net;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>Every address refuses every unsafe method without an antiforgery token, whoever asks.</summary>
public sealed class FormTokenTests
{
    private static readonly string[] Unsafe = ["POST", "PUT", "PATCH", "DELETE"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Requirement", "S33")]
    public async Task EveryRoute_WithoutAToken_RefusesEveryUnsafeMethod(bool signedIn)
    {
        await using var portal = WebPortal.Start();
        using var client = portal.CreateClient();
        if (signedIn) await client.EnterAsync(await portal.ReceiveLinkAsync(client, "taro@sample.com"));

        foreach (var address in portal.Addresses.Where(address => !address.StartsWith("/error/", StringComparison.Ordinal)))
        {
            foreach (var method in Unsafe)
            {
                using var request = new HttpRequestMessage(new HttpMethod(method), address) { Content = new FormUrlEncodedContent([new("type", "Branch"), new("save", "true")]) };
                using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                var told = $"{method} {address} answered {(int)answer.StatusCode}";
                if (answer.StatusCode == HttpStatusCode.Redirect) new[] { "/registration/", "/backoffice/login", "/login" }.ShouldContain(start => answer.Headers.Location!.OriginalString.StartsWith(start, StringComparison.Ordinal), told);
                else ((int)answer.StatusCode).ShouldBeInRange(400, 499, told);
            }
        }
        if (signedIn) (await Page.GetAsync(client, "/registration/details")).Heading.ShouldContain("申込みの流れ"); // No kind was chosen, and the session lives.
    }
}
