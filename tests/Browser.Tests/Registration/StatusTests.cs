using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Browser.Tests.Registration;

/// <summary>Coming back later: where the application stands, and taking it back.</summary>
public sealed class StatusTests(Browser browser) : IClassFixture<Browser>
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(390, false)]
    public async Task Registrant_WithNumberAndAddress_SeesTheApplicationAndWithdrawsIt(int width, bool javaScript)
    {
        var page = await browser.OpenAsync(javaScript, width);
        await using var portal = browser.Beside();
        var address = $"status-{width}@sample.com";
        var (number, _, _) = await portal.FileAsync(address);

        await page.GotoAsync("/");
        await page.FollowAsync("申込状況の確認");
        await page.LookAsync("08b");
        await page.PressAsync("送信する");
        (await page.TitleAsync()).ShouldStartWith("エラー：");
        await page.LookAsync("08b-errors");
        await page.GetByLabel("受付番号").FillAsync(number.Value);
        await page.GetByLabel("メールアドレス").FillAsync(address);
        await page.PressAsync("送信する");
        await page.LookAsync("08b-sent");

        await page.OpenMailAsync($"【NEXI】申込状況のご案内 {number}");
        await page.Locator(".mail-body a").First.ClickAsync();
        await page.LookAsync("08b-link");
        await page.PressAsync("申込状況を表示する");
        page.Url.ShouldEndWith("/registration/form"); // S07
        (await page.TextAsync()).ShouldContain(number.Value);

        await page.FollowAsync("取り下げる");
        (await page.TextAsync()).ShouldContain("取り下げると、元に戻すことはできません");
        await page.LookAsync("13-withdraw");
        await page.PressAsync("取り下げる");
        (await page.TextAsync()).ShouldContain("取下げを受け付けました");
        (await page.OpenMailAsync($"【NEXI】取下げを受け付けました {number}")).ShouldContain("お手続きは終了しました");
    }

    [Fact]
    public async Task Status_InEveryState_DoesNotOverflowAt390Pixels()
    {
        var page = await browser.OpenAsync(width: 390);
        await using var portal = browser.Beside();
        foreach (var state in Enum.GetValues<ApplicationState>())
        {
            var (number, _, _) = await portal.FileAsync($"{state}@sample.com");
            await portal.BringToAsync(number, state);
            await page.GotoAsync(await portal.StatusPathAsync(number));
            await page.PressAsync("申込状況を表示する");
            await page.LookAsync($"13-{state}");
        }
        await page.GotoAsync("/registration/application-form.pdf");
        await page.LookAsync("13-not-printable");
        await page.GotoAsync(await portal.StatusPathAsync((await portal.FileAsync("late@sample.com")).Number, minutesAgo: 31));
        await page.LookAsync("08b-link-expired");
    }
}
