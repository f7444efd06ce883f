namespace NexiPortal.Web.Security;

/// <summary>A browser in a few words, for the person who uses it to recognise: made for telling one's own logins from others', not for deciding anything.</summary>
public static class BrowserName
{
    // The first that fits: Edge and Opera call themselves Chrome, Chrome calls itself Safari.
    private static readonly (string Mark, string Name)[] Browsers = [("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];
    private static readonly (string Mark, string Name)[] Systems = [("Windows", "Windows"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")];

    /// <summary>Chrome (Windows) and its like; empty when nothing is known.</summary>
    public static string Of(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        var (browser, system) = (Find(Browsers, agent), Find(Systems, agent));
        return system.Length == 0 ? browser : browser.Length == 0 ? system : $"{browser}({system})";
    }

    private static string Find((string Mark, string Name)[] known, string agent) => Array.Find(known, one => agent.Contains(one.Mark, StringComparison.Ordinal)).Name ?? "";
}
