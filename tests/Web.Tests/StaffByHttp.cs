using System.Text.RegularExpressions;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>The back office by plain HTTP.</summary>
internal static partial class StaffByHttp
{
    /// <summary>Password of the development staff.</summary>
    public const string Password = "Develop-Only-1";

    /// <summary>Addresses of every page of the back office, as its sources name them.</summary>
    public static readonly IReadOnlyList<string> Routes =
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "Web", "Pages", "BackOffice"), "*.cshtml", SearchOption.AllDirectories)
            .Select(file => PageDirective().Match(File.ReadAllText(file))).Where(match => match.Success).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal),
    ];

    /// <summary>Signs in; gives back where that leads.</summary>
    public static async Task<Page> SignInStaffAsync(this HttpClient client, string id, string password = Password, string address = "/backoffice/login") =>
        await (await Page.GetAsync(client, address)).Form("ログインする").Fill("職員ID", id).Fill("パスワード", password).Press("ログインする");

    /// <summary>A route with something in place of its values.</summary>
    public static string Filled(string route) => Placeholder().Replace(route, "clerk");

    [GeneratedRegex("^@page \"([^\"]+)\"")]
    private static partial Regex PageDirective();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Placeholder();
}
