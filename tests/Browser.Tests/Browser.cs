using Microsoft.Playwright;
using NexiPortal.TestSupport;

namespace NexiPortal.Browser.Tests;

/// <summary>Debian's Chromium, started once for a class of tests, and one portal for them to look at.</summary>
public class Browser : IAsyncLifetime
{
    private readonly Requirement _chromium;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private WebProcess? _portal;

    /// <summary>The smallest Chromium there is, which saves documents instead of showing them.</summary>
    public Browser() : this(Requirements.Chromium)
    {
    }

    private protected Browser(Requirement chromium) => _chromium = chromium;

    /// <summary>Where the portal is.</summary>
    public Uri Address => _portal!.Address;

    /// <summary>The use cases on the same data, for bringing about, now or some days ago, what is to be looked at.</summary>
    public TestPortal Beside(int daysAgo = 0) => TestPortal.Beside(_portal!, daysAgo);

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        if (!_chromium.IsMet) return;
        _portal = await WebProcess.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = _chromium.Demand(),
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A fresh window on the portal, or on another; the test is skipped by name where Chromium is absent.</summary>
    public async Task<IPage> OpenAsync(bool javaScript = true, int width = 1280, Uri? address = null)
    {
        _chromium.Demand();
        var context = await _browser!.NewContextAsync(new() { JavaScriptEnabled = javaScript, BaseURL = (address ?? Address).ToString(), Locale = "ja-JP", ViewportSize = new() { Width = width, Height = 900 } });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_portal is not null) await _portal.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>Chromium with everything a person has, such as a viewer for documents.</summary>
public sealed class WholeBrowser() : Browser(Requirements.WholeChromium);
