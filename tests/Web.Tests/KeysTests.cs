using System.Runtime.Versioning;
using NexiPortal.TestSupport;

namespace NexiPortal.Web.Tests;

/// <summary>The keys in their directory: what they protect is worth as much as they are hidden.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class KeysTests
{
    private const UnixFileMode OfTheOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    [Theory]
    [InlineData("")]
    [InlineData("elsewhere/keys")]
    [Trait("Requirement", "S56")]
    public async Task Keys_AreReadableByTheirOwnerAlone(string directory)
    {
        var parent = Directory.CreateTempSubdirectory("nexiportal-");
        var keys = Path.Combine(parent.FullName, directory);
        await using var portal = WebPortal.Start(directory.Length == 0 ? null : new Dictionary<string, string> { ["Portal:KeysDirectory"] = keys });
        using var client = portal.CreateClient();
        await client.RequestLinkAsync("taro@sample.com"); // Antiforgery, the sealed mail, the network address and the audit trail: every key is there now.
        await portal.SendAsync(new Application.Audit.SealAuditEntries.Command());

        if (directory.Length == 0) keys = Path.Combine(portal.DataDirectory, "keys");
        File.GetUnixFileMode(keys).ShouldBe(OfTheOwner | UnixFileMode.UserExecute);
        var files = Directory.GetFiles(keys, "*", SearchOption.AllDirectories);
        files.Select(Path.GetExtension).ShouldContain(".xml");
        files.Count(file => Path.GetExtension(file) == ".key").ShouldBe(2);
        foreach (var file in files.Where(file => Path.GetExtension(file) is ".key" or ".xml")) File.GetUnixFileMode(file).ShouldBe(OfTheOwner, file);
        parent.Delete(recursive: true);
    }
}
