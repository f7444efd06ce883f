using Microsoft.Playwright;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using NexiPortal.TestSupport;

namespace NexiPortal.Browser.Tests.BackOffice;

/// <summary>A clerk's way from the letters to be printed to the post office.</summary>
public sealed class LetterTests(WholeBrowser browser) : IClassFixture<WholeBrowser>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Letters_FromThePrinterToThePost(bool javaScript)
    {
        var page = await browser.OpenAsync(javaScript);
        var console = new List<string>();
        page.Console += (_, message) => console.Add(message.Text);
        await using var beside = browser.Beside();
        await page.SignInStaffAsync("clerk", address: "/backoffice/letters");
        if (javaScript) await page.LookAsync("letters-none");
        var letters = await PrepareAsync(beside, $"letters{javaScript}@example.jp".ToLowerInvariant());
        await page.ReloadAsync();
        await page.LookAsync($"letters{(javaScript ? "" : "-no-script")}");

        // What the browser's viewer shows.
        var document = new TaskCompletionSource<byte[]>();
        await page.RouteAsync("**/letters?handler=Print", async route =>
        {
            var answer = await route.FetchAsync(new() { MaxRedirects = 0 });
            if (answer.Headers["content-type"] == "application/pdf") document.TrySetResult(await answer.BodyAsync());
            await route.FulfillAsync(new() { Response = answer });
        });

        // Pressed twice in a hurry, it is one print.
        if (javaScript) await page.GetByLabel("すべて選択").First.CheckAsync();
        else foreach (var box in await page.Locator("#ToPrint input").AllAsync()) await box.CheckAsync();
        var print = page.GetByRole(AriaRole.Button, new() { Name = "選択した通知書を印刷する" });
        await (javaScript ? print.DblClickAsync() : print.ClickAsync());
        var printed = NoticeSteps.Read(await document.Task.WaitAsync(TimeSpan.FromSeconds(15)));
        printed.Count.ShouldBe(letters.Count);
        foreach (var letter in letters)
        {
            (await beside.NoticeNumberAsync(letter)).Print.ShouldBe(1);
            (await beside.OpensAsync(printed.Single(paper => paper.Text.Contains($"{letter.UserId}-1-1")).Password, letter)).ShouldBeTrue();
        }

        await page.WaitForURLAsync("**/letters?handler=Print", new() { WaitUntil = WaitUntilState.Commit });
        await page.GoBackAsync();
        foreach (var letter in letters) (await page.Locator("#ToPrint").InnerTextAsync()).ShouldNotContain(letter.UserId.Value);
        await page.PressAsync("正しく印刷できた");
        await page.Locator(".error-summary").WaitForAsync();
        (await page.TitleAsync()).ShouldStartWith("エラー：");
        await page.LookAsync($"letters-error{(javaScript ? "" : "-no-script")}");
        foreach (var letter in letters) await page.Locator("#Printed tr", new() { HasText = letter.UserId.Value }).GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.PressAsync("正しく印刷できた");
        (await page.TextAsync()).ShouldContain($"{letters.Count}通の通知書を、発送待ちにしました。");

        await page.Locator("#ToDispatch tr", new() { HasText = letters[^1].UserId.Value }).GetByRole(AriaRole.Link, new() { Name = "発送を登録する" }).ClickAsync();
        await page.GetByLabel("お問い合わせ番号").FillAsync("12345");
        await page.PressAsync("発送を登録する");
        (await page.TextAsync()).ShouldContain("お問い合わせ番号は、11桁または12桁の数字で");
        if (javaScript) await page.LookAsync("letter-dispatch-error");
        await page.GetByLabel("お問い合わせ番号").FillAsync("１２３-４５-６７８９０-１");
        await page.PressAsync("発送を登録する");
        (await page.TextAsync()).ShouldContain("の通知書の発送を登録しました。");
        await page.LookAsync($"letters-dispatched{(javaScript ? "" : "-no-script")}");
        console.ShouldBeEmpty();
    }

    // Letters of a case and of none, of a suspended administrator, and one that waits for its confirmation; gives back those to be printed.
    private static async Task<IReadOnlyList<WebUser>> PrepareAsync(TestPortal beside, string address)
    {
        var number = await beside.CaseInAsync(ApplicationState.Approved, address: address);
        var others = await beside.RegisterAdministratorsAsync(5);
        await beside.SendAsync(new SuspendWebUser.Command(others[0].UserId.Value, 1, null));
        var shown = await beside.NoticeNumberAsync(others[1]);
        await beside.PrintAsync(shown);
        await beside.PrintAsync(shown.Next);
        var rows = (await beside.ListNoticesAsync()).ToPrint.Rows;
        var ofTheCase = rows.Single(row => row.CaseNumber == number).Number.UserId;
        var administrator = await beside.AskAsync<IWebUsersDb, WebUser>(db => Task.FromResult(db.WebUsers.Single(u => u.UserId == ofTheCase)));
        return [administrator, .. others.Skip(2)];
    }
}
