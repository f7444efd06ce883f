using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks.Use;

/// <summary>A person's browser without a script: it keeps cookies, follows redirects and sends what a form holds already. It writes down how long each page took.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient _client;
    private readonly Times _times;
    private Uri _at;
    private Dictionary<string, string> _hidden = [];

    /// <param name="portal">Where the portal is reached.</param>
    /// <param name="person">A number of the person's own, from 1: everybody comes from another address.</param>
    /// <param name="times">Where times are written down.</param>
    public Browser(Uri portal, int person, Times times)
    {
        _times = times;
        _at = portal;
        var here = new IPAddress([127, (byte)(1 + person / 62_500), (byte)(person / 250 % 250), (byte)(1 + person % 250)]);
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectCallback = ConnectAsync };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null;
        _client = new(new CookieJar { InnerHandler = handler }) { BaseAddress = portal };
        // A portal without nginx before it takes the word of whoever asks from this machine.
        if (portal.Scheme == Uri.UriSchemeHttp)
        {
            _client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
            _client.DefaultRequestHeaders.Add("X-Forwarded-For", here.ToString());
        }

        async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken ct)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            if (portal.Scheme == Uri.UriSchemeHttps) socket.Bind(new IPEndPoint(here, 0));
            await socket.ConnectAsync(IPAddress.Loopback, portal.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
    }

    /// <summary>What the last page says.</summary>
    public string Page { get; private set; } = "";

    /// <summary>Goes to an address.</summary>
    public Task GoAsync(string step, string path) => SendAsync(step, () => new(HttpMethod.Get, new Uri(_at, path)));

    /// <summary>Sends the page's form with what was filled in.</summary>
    public Task PressAsync(string step, params (string Name, string Value)[] filled) => SendAsync(step, () =>
    {
        var fields = new Dictionary<string, string>(_hidden);
        foreach (var (name, value) in filled) fields[name] = value;
        return new(HttpMethod.Post, _at) { Content = new FormUrlEncodedContent(fields) };
    });

    public void Dispose() => _client.Dispose();

    private async Task SendAsync(string step, Func<HttpRequestMessage> request)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await _client.SendAsync(request());
        _times.Add(step, Stopwatch.GetElapsedTime(started));
        for (var redirects = 0; answer.Headers.Location is { } location && redirects < 5; redirects++)
        {
            var next = new Uri(answer.RequestMessage!.RequestUri!, location);
            answer.Dispose();
            started = Stopwatch.GetTimestamp();
            answer = await _client.GetAsync(next);
            _times.Add($"{step}, the page it leads to", Stopwatch.GetElapsedTime(started));
        }
        using (answer)
        {
            _at = answer.RequestMessage!.RequestUri!;
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                await answer.Content.CopyToAsync(Stream.Null);
                return;
            }
            Page = await answer.Content.ReadAsStringAsync();
            _hidden = Hidden().Matches(Page).Select(input => input.Value).DistinctBy(NameOf).ToDictionary(NameOf, input => WebUtility.HtmlDecode(ValueIn().Match(input).Groups[1].Value));
            if (!answer.IsSuccessStatusCode) throw new InvalidOperationException($"{step}: answered {(int)answer.StatusCode}");
        }
    }

    private static string NameOf(string input) => NameIn().Match(input).Groups[1].Value;

    [GeneratedRegex("""<input[^>]*type="hidden"[^>]*>""")]
    private static partial Regex Hidden();

    [GeneratedRegex(@" name=""([^""]*)""")]
    private static partial Regex NameIn();

    [GeneratedRegex(@" value=""([^""]*)""")]
    private static partial Regex ValueIn();
}
