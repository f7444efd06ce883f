using System.IO.Compression;
using AngleSharp.Html.Parser;
using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks.Rows;

/// <summary>What a browser has to fetch, compressed as it comes over the wire, for every page that a registrant, a Web user or staff come to by following links.</summary>
internal sealed class WeightRow(Deployment deployment) : Row
{
    // The terms are a text of the operator, the dashboard another's pages; documents are no pages.
    private static readonly string[] Apart = ["/registration/terms", "/backoffice/jobs/", "/logout", ".pdf", ".csv"];

    public override string Key => "weight";

    public override async Task<IReadOnlyList<Line>> MeasureAsync(Plan plan)
    {
        await using var portal = await PortalProcess.StartAsync(deployment.Portal);
        await portal.UseCases.AddCasesAsync(1_000);
        Dictionary<string, (double First, double Later)> weights = [];
        await FollowAsync(portal, "/", "", weights);
        await FollowAsync(portal, "/registration/details", await portal.EnterRegistrantAsync(), weights);
        await FollowAsync(portal, "/service", await portal.LogInWebUserAsync(), weights);
        await FollowAsync(portal, "/backoffice", await portal.SignInStaffAsync("shokuin"), weights);
        var (heaviest, heaviestLater) = (weights.MaxBy(page => page.Value.First), weights.MaxBy(page => page.Value.Later));
        return
        [
            Line.Alone($"Weight of a first visit, the heaviest of {weights.Count} pages ({heaviest.Key})", "KB", new([heaviest.Value.First]), Goal.AtMost(60, "KB")),
            Line.Alone($"– of a page after, the heaviest ({heaviestLater.Key})", "KB", new([heaviestLater.Value.Later]), Goal.AtMost(15, "KB")),
        ];
    }

    private static async Task FollowAsync(PortalProcess portal, string from, string cookies, Dictionary<string, (double First, double Later)> weights)
    {
        using var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = portal.Server.Address };
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, deflate, br");
        if (cookies.Length > 0) browser.DefaultRequestHeaders.Add("Cookie", cookies);
        var waiting = new Queue<string>([from]);
        var seen = new HashSet<string>();
        while (waiting.TryDequeue(out var path))
        {
            // One of many alike is enough.
            if (!seen.Add(path.Split('?')[0]) || Apart.Any(path.Contains) || seen.Count(other => IsLike(other, path)) > 2) continue;
            var (weight, html) = await FetchAsync(browser, path);
            if (html.Length == 0) continue;
            var page = await new HtmlParser().ParseDocumentAsync(html);
            var first = weight;
            foreach (var needed in page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], img[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!))
            {
                if (!needed.StartsWith('/')) throw new InvalidOperationException($"{path} asks another host for {needed}.");
                first += (await FetchAsync(browser, needed)).Weight;
            }
            weights[path.Split('?')[0]] = (first, weight);
            foreach (var link in page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0])) waiting.Enqueue(link);
        }
    }

    private static bool IsLike(string one, string other) => one[..(one.LastIndexOf('/') + 1)] == other.Split('?')[0][..(other.Split('?')[0].LastIndexOf('/') + 1)] && one.Count(c => c == '/') > 2;

    // Its length in kilobytes as it came; no text where it leads elsewhere.
    private static async Task<(double Weight, string Html)> FetchAsync(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        if (!answer.IsSuccessStatusCode) return (0, "");
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        await using Stream text = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress),
            "gzip" => new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress),
            _ => new MemoryStream(bytes),
        };
        using var reader = new StreamReader(text);
        return (bytes.Length / 1000.0, await reader.ReadToEndAsync());
    }
}
