using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>Who may use what, asked of the running portal: nothing is open because somebody forgot to close it.</summary>
public sealed class EndpointTests
{
    // What anybody may use. A new entry is a decision, not an oversight.
    private static readonly string[] OpenToAnybody =
    [
        "/", "/Index", "/before-applying", "/steps", "/privacy", "/terms.pdf", "/error/{code:int}", "/health/live", "/health/ready", "/{*path:nonfile}",
        "/registration", "/registration/mail-address", "/registration/mail-sent", "/r/{**token}", "/registration/session-ended", "/registration/closed", "/registration/help/{field}",
        "/registration/status", "/registration/status/sent", "/s/{token}",
        "/login", "/login/code", "/login/forgotten", "/login/new-password", "/p/{token}",
        "/backoffice/login", "/backoffice/login/code",
        "/dev/mail", "/dev/mail/{id}",
    ];

    [Fact]
    [Trait("Requirement", "S41")]
    public async Task EveryEndpoint_AsksForASession_OrIsOpenByDecision()
    {
        await using var portal = WebPortal.Start();

        var endpoints = portal.Endpoints;

        endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => endpoint.DisplayName).ShouldBeEmpty();
        endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Distinct().ShouldBe(OpenToAnybody, ignoreOrder: true);
    }

    [Fact]
    [Trait("Requirement", "S41")]
    public async Task PageThatSaysNothingOfWhoMayUseIt_IsClosed()
    {
        await using var portal = WebPortal.Start(instead: services => services.Configure<RazorPagesOptions>(pages =>
            pages.Conventions.AddPageApplicationModelConvention("/Registration/Steps", Forget)));
        using var client = portal.CreateClient();

        using var answer = await client.GetAsync(new Uri("/steps", UriKind.Relative), TestContext.Current.CancellationToken);
        using var other = await client.GetAsync(new Uri("/before-applying", UriKind.Relative), TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/registration/session-ended");
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    [Trait("Requirement", "S54")]
    public async Task CaughtMails_AreOnlyThereInDevelopment()
    {
        await using var portal = WebPortal.Start(HeaderTests.Production, "Production");
        using var client = portal.CreateClient();
        client.DefaultRequestHeaders.Host = "portal.example.jp";

        foreach (var address in new[] { "/dev/mail", "/dev/mail/1" })
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }
    }

    private static void Forget(PageApplicationModel page)
    {
        var said = (object[])page.HandlerTypeAttributes;
        said[Array.FindIndex(said, attribute => attribute is IAllowAnonymous)] = new();
    }
}
