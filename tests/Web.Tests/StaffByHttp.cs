using System.Text.RegularExpressions;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>The back office by plain HTTP.</summary>
internal static partial class StaffByHttp
{
    /// <summary>Password of the development staff.</summary>
    public const string Password = "Develop-Only-1";

    /// <summary>Addresses of every page of the back office.</summary>
    public static readonly IReadOnlyList<string> Routes = PageRoutes.Under("BackOffice");

    /// <summary>Signs in; gives back where that leads.</summary>
    public static async Task<Page> SignInStaffAsync(this HttpClient client, string id, string password = Password, string address = "/backoffice/login") =>
        await (await Page.GetAsync(client, address)).Form("ログインする").Fill("職員ID", id).Fill("パスワード", password).Press("ログインする");

    /// <summary>A route with something in place of its values.</summary>
    public static string Filled(string route) => Placeholder().Replace(route, "clerk");

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Placeholder();
}
