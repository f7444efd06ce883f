using NexiPortal.Domain.Registration;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>One portal for all tests of a class; they only look at it.</summary>
public sealed class OnePortal : IAsyncLifetime
{
    /// <summary>The portal.</summary>
    public WebProcess Portal { get; private set; } = null!;

    /// <summary>受付番号 of a case that waits for its paper.</summary>
    public ApplicationNumber CaseNumber { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        Portal = await WebProcess.StartAsync(new Dictionary<string, string> { ["Portal__TrustedProxies"] = "127.0.0.1" });
        await using var beside = TestPortal.Beside(Portal);
        (CaseNumber, _, _) = await beside.FileAsync("case@sample.com");
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
