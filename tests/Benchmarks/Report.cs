using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using NexiPortal.TestSupport;

namespace NexiPortal.Benchmarks;

/// <summary>Keeps what was measured in docs/benchmarks.md: the newest run first, each with date, commit and machine; the charts are those of the newest.</summary>
internal static class Report
{
    private const string Runs = "<!-- runs -->", Grown = "<!-- growth -->";

    private static readonly string Document = Path.Combine(RepositoryRoot.Path, "docs", "benchmarks.md");
    private static readonly string Images = Path.Combine(RepositoryRoot.Path, "docs", "images");

    // As it was before anything was written into it.
    private static readonly string Commit = DescribeCommit();

    /// <summary>Adds a run of the table.</summary>
    public static void Add(IReadOnlyList<Line> lines)
    {
        var text = File.ReadAllText(Document);
        File.WriteAllText(Document, text.Replace(Runs, $"{Runs}\n\n### {Headline()}\n\n{Table.Head}\n{string.Join('\n', lines.Select(Table.Of))}", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(Images, "benchmarks.svg"), Chart.OfGoals([.. lines.Where(line => line.Goal is not null || !line.IsDetail)]));
    }

    /// <summary>Puts new curves of growth in the place of the old ones.</summary>
    public static void AddGrowth(string database, IReadOnlyList<int> sizes, IReadOnlyList<Growth.Curve> curves)
    {
        var begin = Grown.Replace("growth", $"growth {database}", StringComparison.Ordinal);
        var end = begin.Replace("<!-- ", "<!-- end of ", StringComparison.Ordinal);
        var text = File.ReadAllText(Document);
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, text.IndexOf(end, StringComparison.Ordinal));
        File.WriteAllText(Document, $"{text[..from]}\n\n{Headline()}\n\n{TableOf(sizes, curves)}\n{text[to..]}");
        File.WriteAllText(Path.Combine(Images, $"growth-{database.ToLowerInvariant()}.svg"), Chart.OfGrowth(sizes, curves));
    }

    /// <summary>The curves as a table.</summary>
    public static string TableOf(IReadOnlyList<int> sizes, IReadOnlyList<Growth.Curve> curves)
    {
        var table = new StringBuilder("| Operation, ms |");
        foreach (var size in sizes) table.Append(CultureInfo.InvariantCulture, $" {size:#,0} |");
        table.Append(" last ÷ first |\n|---|").Insert(table.Length, "---:|", sizes.Count + 1).Append('\n');
        foreach (var curve in curves)
        {
            table.Append(CultureInfo.InvariantCulture, $"| {curve.Operation} |");
            foreach (var time in curve.Milliseconds) table.Append(CultureInfo.InvariantCulture, $" {Table.Number(time)} |");
            table.Append(CultureInfo.InvariantCulture, $" {Table.Number(curve.Milliseconds[^1] / curve.Milliseconds[0])} |\n");
        }
        return table.ToString();
    }

    private static string Headline() =>
        string.Create(CultureInfo.InvariantCulture, $"{DateTimeOffset.UtcNow:yyyy-MM-dd}, commit {Commit}, {Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription.Trim()}, .NET {Environment.Version}");

    private static string DescribeCommit()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["describe", "--always", "--dirty"]) { WorkingDirectory = RepositoryRoot.Path, RedirectStandardOutput = true })!;
        return git.StandardOutput.ReadToEnd().Trim();
    }

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
}
