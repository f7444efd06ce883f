using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;
using NexiPortal.Web.Pages.Service.Users;
using NexiPortal.Web.Security;

namespace NexiPortal.Web.Tests;

/// <summary>A portal that has one of everything, so that every address there is can be asked for by whoever may see it.</summary>
public sealed partial class LivelyPortal : IAsyncLifetime
{
    // By the beginning of a route and the name of its parameter; a new parameter needs a value here.
    private readonly List<(string Route, string Parameter, string[] Values)> _values = [];

    /// <summary>The portal.</summary>
    public WebPortal Portal { get; private set; } = null!;

    /// <summary>The 受付番号 of its case.</summary>
    public string Number { get; private set; } = "";

    /// <summary>The WebユーザーID of its administrator.</summary>
    public string Administrator { get; private set; } = "";

    /// <summary>Whoever comes to it: nobody in particular, a registrant at ⑫, members of staff, a Web user who administers others.</summary>
    public static TheoryData<string> Visitors => ["nobody", "registrant", "clerk", "approver", "supervisor", "administrator"];

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Portal = WebPortal.Start();
        await using var beside = TestPortal.Beside(Portal);
        var (number, link, _) = await beside.FileAsync("case@sample.com");
        Number = number.Value;
        (Administrator, _) = await beside.EnterServiceAsync();
        var company = await beside.InsuranceUserOfAsync(Administrator);
        var applicant = await beside.AddApplicantAsync(company);
        var passwordLink = await beside.MailedTokenAsync("hanako@example.jp");
        var code = await beside.AskAsync<IInsuranceUsersDb, string>(db => Task.FromResult(db.InsuranceUsers.Single(user => user.Id == company).Code.Value));
        _values.AddRange(
        [
            ("backoffice/", "number", [Number]),
            ("backoffice/", "code", [code]),
            ("backoffice/insurance-users/", "id", [Administrator]),
            ("backoffice/staff/", "id", ["clerk"]),
            ("backoffice/jobs/dashboard", "path", [""]),
            ("service/users/", "id", [applicant]),
            ("service/users/", "verb", [.. ApplicantVerb.All.Select(verb => verb.Key)]),
            ("registration/help/", "field", [ApplicationFields.CompanyName.Key]),
            ("r/", "token", [link.Split('/')[^1]]),
            ("s/", "token", [(await beside.StatusPathAsync(number)).Split('/')[^1]]),
            ("p/", "token", [passwordLink]),
            ("dev/mail/", "id", [(await Portal.MailsAsync())[0].Id]),
            ("error/", "code", ["404"]),
            ("", "path", ["missing"]),
        ]);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    /// <summary>A visitor's browser, where the visitor begins.</summary>
    public async Task<HttpClient> EnterAsync(string visitor)
    {
        var client = Portal.CreateClient();
        switch (visitor)
        {
            case "nobody":
                await Page.GetAsync(client, "/login");
                break;
            case "registrant":
                await (await client.EnterAsync(await Portal.ReceiveLinkAsync(client, $"{Guid.NewGuid():N}@sample.com"))).FillAsync(ApplicationType.WebUser);
                break;
            case "administrator":
                (await client.LogInAsync(Administrator)).Address.AbsolutePath.ShouldBe("/service");
                break;
            default:
                (await client.SignInStaffAsync(visitor)).Address.AbsolutePath.ShouldBe("/backoffice/cases");
                break;
        }
        return client;
    }

    /// <summary>Every address, with real values.</summary>
    public IReadOnlyList<(RouteEndpoint Endpoint, string Address)> Addresses =>
        [.. Portal.Endpoints.SelectMany(endpoint => AddressesOf(endpoint).Select(address => (endpoint, address))).DistinctBy(found => (found.address, found.endpoint.DisplayName))];

    /// <summary>Whether an endpoint is for a visitor.</summary>
    public static bool IsFor(RouteEndpoint endpoint, string visitor)
    {
        if (endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null) return true;
        var (scheme, role) = visitor switch
        {
            "nobody" => ("", ""),
            "registrant" => (RegistrantCookie.Scheme, ""),
            "administrator" => (WebUserCookie.Scheme, visitor),
            _ => (StaffCookie.Scheme, visitor),
        };
        return endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().All(asked => (asked.AuthenticationSchemes ?? asked.Policy) == scheme
            && asked.Roles?.Split(',').Contains(role, StringComparer.OrdinalIgnoreCase) != false);
    }

    private IEnumerable<string> AddressesOf(RouteEndpoint endpoint)
    {
        var route = endpoint.RoutePattern.RawText!.TrimStart('/');
        IEnumerable<string> addresses = ["/" + route];
        foreach (var parameter in endpoint.RoutePattern.Parameters)
        {
            var (_, _, values) = _values.First(known => known.Parameter == parameter.Name && route.StartsWith(known.Route, StringComparison.Ordinal));
            addresses = addresses.SelectMany(address => values.Select(value => Placeholder().Replace(address, value, 1))).ToList();
        }
        return addresses;
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Placeholder();
}
