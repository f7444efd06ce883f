using Microsoft.Playwright;

namespace NexiPortal.Browser.Tests.BackOffice;

/// <summary>What staff do on any page of the back office.</summary>
internal static class OfficeSteps
{
    /// <summary>Password of the development staff.</summary>
    public const string Development = "Develop-Only-1";

    /// <summary>Signs in, from the page that asks for it.</summary>
    public static async Task SignInStaffAsync(this IPage page, string id, string password = Development, string address = "/backoffice")
    {
        await page.GotoAsync(address);
        await page.GetByLabel("職員ID").FillAsync(id);
        await page.GetByLabel("パスワード").FillAsync(password);
        await page.PressAsync("ログインする");
    }

    /// <summary>What a hand scanner types, whatever has the focus; waits for where that leads.</summary>
    public static async Task ScanAsync(this IPage page, string code, string leadsTo)
    {
        await page.Keyboard.TypeAsync(code);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(leadsTo);
    }
}
