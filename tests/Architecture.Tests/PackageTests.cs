using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NexiPortal.TestSupport;

namespace NexiPortal.Architecture.Tests;

/// <summary>No package older than somebody has looked at: the list of minimum versions, and the build that keeps to it.</summary>
public sealed partial class PackageTests : IDisposable
{
    private static readonly string ListFile = Path.Combine(RepositoryRoot.Path, "minimum-versions.txt");

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("nexiportal-");

    private static IReadOnlyList<Match> Reviewed => [.. File.ReadLines(ListFile).Where(line => line.Length > 0 && line[0] != '#').Select(line => Entry().Match(line))];

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    [Trait("Requirement", "S57")]
    public void EveryEntry_SaysPackageMinimumDayAndReason_Once()
    {
        Reviewed.ShouldNotBeEmpty();
        Reviewed.ShouldAllBe(entry => entry.Success);
        Reviewed.Select(entry => entry.Groups["package"].Value).ShouldBeUnique();
    }

    [Fact]
    [Trait("Requirement", "S57")]
    public void EveryDirectPackage_HasAMinimum_AndNoEntryIsOfAPackageLongGone()
    {
        var direct = XDocument.Load(Path.Combine(RepositoryRoot.Path, "Directory.Packages.props")).Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value);
        var resolved = Directory.EnumerateFiles(RepositoryRoot.Path, "packages.lock.json", SearchOption.AllDirectories).SelectMany(file => Resolved().Matches(File.ReadAllText(file)).Select(package => package.Groups[1].Value)).ToHashSet();
        var reviewed = Reviewed.Select(entry => entry.Groups["package"].Value).ToList();

        direct.Except(reviewed).ShouldBeEmpty();
        reviewed.Except(resolved).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "S57")]
    public void EveryProject_HasALockFile() =>
        Directory.EnumerateFiles(RepositoryRoot.Path, "*.csproj", SearchOption.AllDirectories).Where(project => !File.Exists(Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json"))).ShouldBeEmpty();

    // A direct one, and one that comes with another.
    [Theory]
    [InlineData("MailKit")]
    [InlineData("BouncyCastle.Cryptography")]
    [Trait("Requirement", "S57")]
    public async Task Build_WithAPackageBelowItsMinimum_Fails(string package)
    {
        var list = Path.Combine(_directory.FullName, "minimum-versions.txt");
        await File.WriteAllTextAsync(list, Regex.Replace(await File.ReadAllTextAsync(ListFile, TestContext.Current.CancellationToken), $@"(?m)^{Regex.Escape(package)} +\S+", $"{package} 999.0"), TestContext.Current.CancellationToken);

        var (code, output) = await CheckAsync(list);

        code.ShouldBe(1, output);
        output.ShouldMatch($@"error : {Regex.Escape(package)} \S+ is below its minimum version 999\.0 of");
        Regex.Count(output, "error : ").ShouldBe(1);
    }

    [Fact]
    [Trait("Requirement", "S57")]
    public async Task Build_WithTheReviewedPackages_GoesOn() => (await CheckAsync(ListFile)).ShouldBe((0, ""));

    [Fact]
    [Trait("Requirement", "S57")]
    public async Task Build_WithAListThatNamesNothing_Fails()
    {
        var list = Path.Combine(_directory.FullName, "minimum-versions.txt");
        await File.WriteAllTextAsync(list, "# nothing\n", TestContext.Current.CancellationToken);

        (await CheckAsync(list)).Output.ShouldContain("None of the packages");
    }

    // What the build of a project asks before it begins.
    private static async Task<(int Code, string Output)> CheckAsync(string list)
    {
        string[] arguments = ["msbuild", Path.Combine("src", "Infrastructure"), "-nologo", "-nodeReuse:false", "-t:RefusePackagesBelowTheirMinimum", $"-p:MinimumVersions={list}"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = RepositoryRoot.Path, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output.Trim());
    }

    [GeneratedRegex(@"\A(?<package>[\w.]+) +\d+(\.\d+)+ +20\d\d-\d\d-\d\d +[\w .,:;-]+\z")]
    private static partial Regex Entry();

    [GeneratedRegex("""
        "([^"]+)": \{[^{}]*?"resolved":
        """)]
    private static partial Regex Resolved();
}
