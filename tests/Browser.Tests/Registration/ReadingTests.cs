using Microsoft.Playwright;
using static NexiPortal.Browser.Tests.Registration.RegistrantJourneyTests;

namespace NexiPortal.Browser.Tests.Registration;

/// <summary>The steps for whoever hears them, sees them in the system's own colours, or has them on paper.</summary>
public sealed class ReadingTests(Browser browser) : IClassFixture<Browser>
{
    // What is read next never stands wholly above what was read before, unless it stands to its right.
    private const string OutOfOrder = """
        () => {
          const parts = [...document.querySelectorAll('main :is(h1, h2, h3, legend, label, p, li, dt, dd, th, td, input, select)')]
            .filter(e => e.checkVisibility() && !e.closest('.visually-hidden, .terms-region') && e.getBoundingClientRect().width > 1);
          return parts.slice(1).map((e, i) => [parts[i], e]).filter(([before, e]) => {
            const [a, b] = [before.getBoundingClientRect(), e.getBoundingClientRect()];
            return b.bottom <= a.top && b.left < a.right;
          }).map(([before, e]) => `${before.textContent.trim()} → ${e.textContent.trim()}`);
        }
        """;

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task Steps_AreHeardInTheOrderTheyAreSeen_AndStandInForcedColoursAndOnPaper(int width)
    {
        var page = await browser.OpenAsync(width: width);
        await page.GotoAsync("/registration/mail-address");
        await page.PressAsync("送信する");
        await ReadAsync(page, "05-errors");
        await EnterAsync(page, $"reader{width}@sample.com");
        await ReadAsync(page, "09");
        await page.PressAsync("保険利用者登録(支店)");
        await page.PressAsync("申込情報の確認へ");
        await ReadAsync(page, "10-errors");
        await FillAsync(page, Domain.Registration.ApplicationType.Branch, TestSupport.Entries.Complete(Domain.Registration.ApplicationType.Branch));
        await page.PressAsync("申込情報の確認へ");
        await ReadAsync(page, "11");
        await page.PressAsync("Webサービス利用規約の同意へ");
        await ReadAsync(page, "12");
        await page.GetByLabel("Webサービス利用規約に同意して、申込情報を送信する").CheckAsync();
        await page.PressAsync("申込書印刷へ");
        await ReadAsync(page, "13");
    }

    private static async Task ReadAsync(IPage page, string name)
    {
        (await page.EvaluateAsync<string[]>(OutOfOrder)).ShouldBeEmpty(name);
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await page.ShowAsync($"forced-{name}");
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None, Media = Media.Print });
        await page.ShowAsync($"print-{name}");
        foreach (var control in await page.Locator("button, .site-footer a, .skip-link").AllAsync()) (await control.IsVisibleAsync()).ShouldBeFalse($"{name}: {await control.TextContentAsync()}");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
    }
}
