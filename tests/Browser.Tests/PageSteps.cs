using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace NexiPortal.Browser.Tests;

/// <summary>What a person does on any page.</summary>
internal static class PageSteps
{
    /// <summary>Presses a button.</summary>
    public static Task PressAsync(this IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Follows a link.</summary>
    public static Task FollowAsync(this IPage page, string link) => page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    /// <summary>The text of the page's main part.</summary>
    public static Task<string> TextAsync(this IPage page) => page.Locator("main").InnerTextAsync();

    /// <summary>Waits for a mail that names an address or the beginning of a subject, or has this very subject, opens it and gives back its text.</summary>
    public static async Task<string> OpenMailAsync(this IPage page, string named, string? subject = null)
    {
        for (var i = 0; ; i++)
        {
            await page.GotoAsync("/dev/mail");
            var link = page.Locator("tr", new() { HasText = named }).GetByRole(AriaRole.Link, subject is null ? null : new() { Name = subject, Exact = true });
            if (await link.CountAsync() > 0)
            {
                await link.First.ClickAsync();
                return await page.Locator(".mail-body").InnerTextAsync();
            }
            i.ShouldBeLessThan(200, "the mail did not arrive");
            await Task.Delay(100);
        }
    }

    /// <summary>
    /// Nothing sticks out at the side, nor at 400 % zoom (320 px), and axe, where scripts run, finds nothing against the page.
    /// For looking with one's own eyes, NEXIPORTAL_SCREENSHOTS names a directory.
    /// </summary>
    public static async Task LookAsync(this IPage page, string name)
    {
        // Its text is there before its stylesheet. Asked of the page itself, because on a busy machine Playwright can miss the event.
        for (var i = 0; await page.EvaluateAsync<string>("document.readyState") != "complete"; i++)
        {
            i.ShouldBeLessThan(300, $"{name} was not loaded");
            await Task.Delay(50);
        }
        await page.FitsAsync(name);
        // axe waits by promises, which are never kept where scripts are off.
        if (await page.EvaluateAsync<bool>("matchMedia('(scripting: enabled)').matches"))
        {
            var found = await page.RunAxe().WaitAsync(TimeSpan.FromMinutes(1));
            found.Violations.Select(violation => $"{violation.Id}: {string.Join(" ", violation.Nodes.Select(node => node.Html))}").ShouldBeEmpty(name);
        }
        var (width, height) = (page.ViewportSize!.Width, page.ViewportSize.Height);
        await page.SetViewportSizeAsync(320, height);
        await page.FitsAsync($"{name} at 320 px");
        await page.SetViewportSizeAsync(width, height);
        await page.ShowAsync(name);
    }

    private static async Task FitsAsync(this IPage page, string name) => (await page.EvaluateAsync<string[]>("""
        document.documentElement.scrollWidth <= window.innerWidth ? [] : [`${document.documentElement.scrollWidth} of ${window.innerWidth} px`, ...[...document.body.querySelectorAll('*')]
            .filter(element => !element.closest('.table-scroll') && element.getBoundingClientRect().right + window.scrollX > window.innerWidth)
            .map(element => `${element.outerHTML.slice(0, 200)} ends at ${element.getBoundingClientRect().right}`)]
        """)).ShouldBeEmpty(name);

    /// <summary>Keeps what the page looks like where NEXIPORTAL_SCREENSHOTS names a directory.</summary>
    public static async Task ShowAsync(this IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("NEXIPORTAL_SCREENSHOTS") is not { Length: > 0 } directory) return;
        var size = page.ViewportSize!;
        foreach (var width in new[] { 390, 1280 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.ScreenshotAsync(new() { Path = Path.Combine(directory, $"{name}-{width}.png"), FullPage = true });
        }
        await page.SetViewportSizeAsync(size.Width, size.Height);
    }
}
