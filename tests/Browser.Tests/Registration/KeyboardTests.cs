using Microsoft.Playwright;
using NexiPortal.Domain.Registration;
using static NexiPortal.Browser.Tests.Registration.RegistrantJourneyTests;

namespace NexiPortal.Browser.Tests.Registration;

/// <summary>The way without a mouse: focus goes where one reads, is seen where it is, and every button answers to the keyboard.</summary>
public sealed class KeyboardTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task MailAddress_IsEnteredAndSentByKeyboardAlone()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync("/registration/mail-address");

        await TabToAsync(page, "メールアドレス");
        await page.Keyboard.TypeAsync("keys@sample.com");
        await TabToAsync(page, "メールアドレス(確認用)");
        await page.Keyboard.TypeAsync("keys@sample.com");
        await page.Keyboard.PressAsync("Enter");

        (await page.TextAsync()).ShouldContain("keys@sample.com あてにメールを送りました");
    }

    [Fact]
    public async Task SkipLink_IsFirst_AndLeadsToTheMainPart()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync("/registration/mail-address");

        await page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(page)).ShouldBe("本文へ移動");
        await page.Keyboard.PressAsync("Enter");

        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe("main");
    }

    [Fact]
    public async Task Step2_TakesFocusInTheOrderItIsRead_AndAnErrorLeadsToItsField()
    {
        var page = await browser.OpenAsync();
        await EnterAsync(page, "order@sample.com");
        await page.PressAsync("保険利用者登録(本店)");

        var order = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('main input:not([type=hidden]), main a, main button')].filter(e => e.tabIndex > 0).map(e => e.outerHTML)");
        order.ShouldBeEmpty();
        await page.PressAsync("申込情報の確認へ");
        await page.WaitForFunctionAsync("document.activeElement.classList.contains('error-summary')");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        (await page.EvaluateAsync<string>("document.activeElement.id")).ShouldBe(ApplicationFields.CompanyName.Key);
    }

    private static async Task TabToAsync(IPage page, string label)
    {
        for (var i = 0; i < 30; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await FocusedAsync(page) == label) return;
        }
        throw new ShouldAssertException($"The keyboard does not reach “{label}”.");
    }

    private static Task<string> FocusedAsync(IPage page) =>
        page.EvaluateAsync<string>("(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()");
}
