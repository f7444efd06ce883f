using System.Text.RegularExpressions;
using NexiPortal.TestSupport;

namespace NexiPortal.Architecture.Tests;

/// <summary>docs/security.md and docs/reliability.md name tests that are there, and each row's tests say in turn which requirement they are of.</summary>
public sealed partial class RequirementTests
{
    private static readonly Dictionary<string, string> Sources = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests"), "*Tests.cs", SearchOption.AllDirectories)
        .GroupBy(file => Path.GetFileNameWithoutExtension(file)).ToDictionary(files => files.Key, files => string.Concat(files.Select(File.ReadAllText)));

    public static TheoryData<string, string> Rows
    {
        get
        {
            var rows = new TheoryData<string, string>();
            foreach (var document in new[] { "security.md", "reliability.md" })
            {
                foreach (Match row in Row().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "docs", document)))) rows.Add(row.Groups[1].Value, row.Value);
            }
            return rows;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void Row_NamesTestsThatAreThere_OneOfThemUnderItsName(string id, string row)
    {
        var named = Named().Matches(row).Select(test => (Class: test.Groups[1].Value, Method: test.Groups[2].Value)).ToList();

        named.ShouldNotBeEmpty();
        foreach (var (type, method) in named) Sources[type].ShouldMatch($@"(Task|void) {method}\(", $"{id}: {type}.{method}");
        named.Any(test => Sources[test.Class].Contains($"\"Requirement\", \"{id}\"", StringComparison.Ordinal)).ShouldBeTrue($"{id}: none of its tests says so");
    }

    [GeneratedRegex(@"^\| ([SF]\d+) \|.*$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(\w+)\.(\w+)`")]
    private static partial Regex Named();
}
