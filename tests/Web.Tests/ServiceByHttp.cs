using NexiPortal.TestSupport;
using NexiPortal.Web.Pages.Service.Users;

namespace NexiPortal.Web.Tests;

/// <summary>A Web user by plain HTTP.</summary>
internal static class ServiceByHttp
{
    /// <summary>Addresses of every page that a session of a Web user is asked for.</summary>
    public static readonly IReadOnlyList<string> Routes = [.. PageRoutes.Under("Service").Where(route => route == "/service" || route.StartsWith("/service/", StringComparison.Ordinal))];

    /// <summary>Those for administrators alone.</summary>
    public static readonly IReadOnlyList<string> ForAdministrators = [.. Routes.Where(route => route.StartsWith("/service/users", StringComparison.Ordinal))];

    /// <summary>⑮.</summary>
    public static async Task<Page> LogInAsync(this HttpClient client, string id, string password = ServiceSteps.Password, string address = "/login") =>
        await (await Page.GetAsync(client, address)).Form("ログインする").Fill("WebユーザーID", id).Fill("パスワード", password).Press("ログインする");

    /// <summary>A route's address for an ID; of what is done to an applicant, the first.</summary>
    public static string Filled(string route, string id) => route.Replace("{id}", id, StringComparison.Ordinal).Replace("{verb}", ApplicantVerb.All[0].Key, StringComparison.Ordinal);
}
