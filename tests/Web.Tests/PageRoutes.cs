using System.Text.RegularExpressions;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>The addresses of pages, as their sources name them: a new page is among them the day it is added.</summary>
internal static partial class PageRoutes
{
    /// <summary>Those of one folder and the folders in it.</summary>
    public static IReadOnlyList<string> Under(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "Web", "Pages", folder), "*.cshtml", SearchOption.AllDirectories)
            .Select(file => PageDirective().Match(File.ReadAllText(file))).Where(match => match.Success).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal),
    ];

    [GeneratedRegex("^@page \"([^\"]+)\"")]
    private static partial Regex PageDirective();
}
