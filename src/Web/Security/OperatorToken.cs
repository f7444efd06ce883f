using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using NexiPortal.Infrastructure.Monitoring;

namespace NexiPortal.Web.Security;

/// <summary>Programs of the operator show a token (<c>Authorization: Bearer …</c>): they ask for figures and health, not for pages.</summary>
internal sealed class OperatorToken(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, MonitoringSettings monitoring)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    /// <summary>Authentication scheme, and name of the policy that asks for it.</summary>
    public const string SchemeName = "Operator";

    private const string Prefix = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var shown = $"{Request.Headers.Authorization}";
        if (!shown.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return Task.FromResult(AuthenticateResult.NoResult());
        if (monitoring.Token is not { } token || !IsSame(shown[Prefix.Length..], token)) return Task.FromResult(AuthenticateResult.Fail("Another token."));
        return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(new ClaimsIdentity(SchemeName)), SchemeName)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }

    // Digests are of one length, so that the time tells nothing.
    private static bool IsSame(string shown, string token) => CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(shown)), SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
