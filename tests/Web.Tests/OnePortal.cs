using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>One portal for all tests of a class; they only look at it.</summary>
public sealed class OnePortal : IAsyncLifetime
{
    /// <summary>The portal.</summary>
    public WebProcess Portal { get; private set; } = null!;

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => Portal = await WebProcess.StartAsync();

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Portal.DisposeAsync();
}
