namespace NexiPortal.Infrastructure.Monitoring;

/// <summary>How the portal is looked into by those who run it; nothing of it is open unless it is set.</summary>
/// <param name="Token">What a request for figures and reasons has to show (<c>Monitoring__Token</c>); null when there are none.</param>
/// <param name="OtlpEndpoint">Where traces and figures are sent by OTLP over HTTP (<c>Monitoring__OtlpEndpoint</c>); null when nowhere.</param>
/// <param name="Hosts">Names by which programs reach one node (<c>Monitoring__Hosts</c>), beside the public one.</param>
public sealed record MonitoringSettings(string? Token, Uri? OtlpEndpoint, IReadOnlyList<string> Hosts)
{
    /// <summary>Fewest characters of a token.</summary>
    public const int MinTokenLength = 32;

    /// <summary>Whether anybody looks.</summary>
    public bool IsOn => Token is not null || OtlpEndpoint is not null;
}
