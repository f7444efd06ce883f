using Xunit.v3;

namespace NexiPortal.TestSupport;

/// <summary>
/// What some tests need beyond the .NET SDK. A test that demands what is absent is skipped, naming it;
/// with <c>NEXIPORTAL_TESTS_REQUIRE_ALL=1</c> (as in CI) it fails instead, so that nothing is left out unnoticed.
/// </summary>
public static class Requirements
{
    /// <summary>A PostgreSQL cluster: the environment variable <c>NEXIPORTAL_TEST_POSTGRES</c> holds a superuser's connection string.</summary>
    public static readonly Requirement PostgreSql =
        new("PostgreSQL (NEXIPORTAL_TEST_POSTGRES)", Environment.GetEnvironmentVariable("NEXIPORTAL_TEST_POSTGRES"));

    /// <summary>PostgreSQL's own programs, for a cluster of the test's own: the directory of the newest ones, where Debian installs them.</summary>
    public static readonly Requirement PostgreSqlPrograms = new("PostgreSQL's programs (/usr/lib/postgresql/*/bin)", NewestPostgreSql());

    /// <summary>Chromium without its windows, or else with them: its path in <c>NEXIPORTAL_TEST_CHROMIUM</c>, or where Debian and Google install it.</summary>
    public static readonly Requirement Chromium = Browser("/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/google-chrome");

    /// <summary>Chromium as a person has it, with its viewer for documents; found likewise.</summary>
    public static readonly Requirement WholeChromium = Browser("/usr/bin/chromium", "/usr/bin/google-chrome");

    /// <summary>pdftoppm, which draws a PDF's page as a picture (Debian: poppler-utils).</summary>
    public static readonly Requirement PdfToPpm = CommandLineTool("pdftoppm");

    /// <summary>zbarimg, which reads QR codes from pictures (Debian: zbar-tools).</summary>
    public static readonly Requirement ZBarImg = CommandLineTool("zbarimg");

    /// <summary>nginx, which stands before several nodes (Debian: nginx).</summary>
    public static readonly Requirement Nginx = CommandLineTool("nginx");

    private static Requirement Browser(params string[] paths) => new(
        "Chromium (NEXIPORTAL_TEST_CHROMIUM)",
        Environment.GetEnvironmentVariable("NEXIPORTAL_TEST_CHROMIUM") is { Length: > 0 } named ? named : FirstExisting(paths));

    private static Requirement CommandLineTool(string name)
    {
        var directories = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        // Debian keeps servers where only root looks for them.
        return new(name, FirstExisting([.. directories.Append("/usr/sbin").Select(directory => Path.Combine(directory, name))]));
    }

    private static string? NewestPostgreSql() => !Directory.Exists("/usr/lib/postgresql") ? null
        : Directory.GetDirectories("/usr/lib/postgresql").Where(version => File.Exists(Path.Combine(version, "bin", "pg_ctl")))
            .MaxBy(version => int.TryParse(Path.GetFileName(version), out var number) ? number : 0) is { } newest ? Path.Combine(newest, "bin") : null;

    private static string? FirstExisting(params string[] paths) => paths.FirstOrDefault(File.Exists);
}

/// <summary>One thing that may be absent on a developer's machine.</summary>
/// <param name="name">What it is called when a test is skipped for lack of it.</param>
/// <param name="found">How to reach it (a path, a connection string); null or empty when it is absent.</param>
public sealed class Requirement(string name, string? found)
{
    /// <summary>Whether it is there.</summary>
    public bool IsMet => !string.IsNullOrEmpty(found);

    /// <summary>
    /// How to reach it. Absent, the calling test is skipped, or fails where everything is required.
    /// Call it from a test's body or its class's constructor: xunit does not skip for a fixture's exception.
    /// </summary>
    public string Demand()
    {
        if (!string.IsNullOrEmpty(found)) return found;
        var allRequired = Environment.GetEnvironmentVariable("NEXIPORTAL_TESTS_REQUIRE_ALL") == "1";
        throw new RequirementAbsentException(allRequired ? $"{name} is required here, but absent." : $"{DynamicSkipToken.Value}Needs {name}.");
    }
}

/// <summary>Something a test needs is absent; xunit counts the test as skipped when the message says so.</summary>
public sealed class RequirementAbsentException(string message) : Exception(message);
