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

    /// <summary>Presses a button of 通知書 for letters, by the handler behind it: to printing, the letters themselves are the answer.</summary>
    public static Task<HttpResponseMessage> PostLettersAsync(this HttpClient client, Page letters, string handler, params object[] chosen)
    {
        var token = letters.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fields = chosen.Select(number => KeyValuePair.Create("Chosen", $"{number}")).Append(new("__RequestVerificationToken", token));
        return client.PostAsync(new Uri($"/backoffice/letters?handler={handler}", UriKind.Relative), new FormUrlEncodedContent(fields), TestContext.Current.CancellationToken);
    }

    /// <summary>A route with something in place of its values.</summary>
    public static string Filled(string route) => Placeholder().Replace(route, "clerk");

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Placeholder();
}
