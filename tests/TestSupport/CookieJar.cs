using System.Collections.Concurrent;
using System.Globalization;

namespace NexiPortal.TestSupport;

/// <summary>
/// Keeps one host's cookies like Chromium, which accepts Secure and <c>__Host-</c> cookies on http://127.0.0.1;
/// the framework's CookieContainer would not send them back.
/// </summary>
public sealed class CookieJar : DelegatingHandler
{
    private readonly ConcurrentDictionary<string, Cookie> _cookies = new();
    private readonly ConcurrentQueue<string> _setCookies = new();

    /// <summary>A jar to be put before another handler (a test server's).</summary>
    public CookieJar()
    {
    }

    private CookieJar(HttpMessageHandler inner) : base(inner)
    {
    }

    /// <summary>Every Set-Cookie header seen, as it came.</summary>
    public IReadOnlyList<string> SetCookies => [.. _setCookies];

    /// <summary>The cookies held: name and value.</summary>
    public IReadOnlyDictionary<string, string> Cookies => _cookies.ToDictionary(held => held.Key, held => held.Value.Value);

    /// <summary>A client with a jar of its own, which follows no redirect.</summary>
    public static HttpClient CreateClient(Uri address) => CreateClient(address, out _);

    /// <inheritdoc cref="CreateClient(Uri)" />
    public static HttpClient CreateClient(Uri address, out CookieJar jar)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };
        // On this machine a certificate is one that the test made.
        if (address.IsLoopback) handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null;
        jar = new(handler);
        return new(jar) { BaseAddress = address };
    }

    /// <summary>Puts a cookie into the jar, as one copied from elsewhere.</summary>
    public void Put(string name, string value) => _cookies[name] = new(value, "/");

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var due = _cookies.Where(held => IsUnder(path, held.Value.Path)).Select(held => $"{held.Key}={held.Value.Value}").ToList();
        if (due.Count > 0) request.Headers.Add("Cookie", string.Join("; ", due));
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var headers))
        {
            foreach (var header in headers) Keep(header);
        }
        return response;
    }

    private static bool IsUnder(string path, string cookiePath) =>
        path.StartsWith(cookiePath, StringComparison.Ordinal)
        && (cookiePath.EndsWith('/') || path.Length == cookiePath.Length || path[cookiePath.Length] == '/');

    private void Keep(string header)
    {
        _setCookies.Enqueue(header);
        var parts = header.Split(';', StringSplitOptions.TrimEntries);
        var pair = parts[0].Split('=', 2);
        var attributes = parts.Skip(1).Select(part => part.Split('=', 2)).ToDictionary(
            part => part[0], part => part.ElementAtOrDefault(1) ?? "", StringComparer.OrdinalIgnoreCase);
        if (IsOver(attributes)) _cookies.TryRemove(pair[0], out _);
        else _cookies[pair[0]] = new(pair[1], attributes.GetValueOrDefault("Path", "/"));
    }

    private static bool IsOver(Dictionary<string, string> attributes) =>
        attributes.TryGetValue("Max-Age", out var age)
            ? int.Parse(age, CultureInfo.InvariantCulture) <= 0
            : attributes.TryGetValue("Expires", out var expires)
              && DateTimeOffset.Parse(expires, CultureInfo.InvariantCulture) <= DateTimeOffset.UnixEpoch.AddDays(1);

    private sealed record Cookie(string Value, string Path);
}
