using System.Diagnostics;
using System.Text.Json;
using NexiPortal.TestSupport;

namespace NexiPortal.Architecture.Tests;

public class PublishTests
{
    [Fact]
    public async Task WhatIsDeployed_HoldsWhatTheStartReads()
    {
        string[] arguments = ["msbuild", Path.Combine("src", "Web"), "-nologo", "-nodeReuse:false", "-p:NoBuild=true", "-t:ComputeResolvedFilesToPublishList", "-getItem:ResolvedFileToPublish"];
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = RepositoryRoot.Path, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, output);

        var published = JsonDocument.Parse(output).RootElement.GetProperty("Items").GetProperty("ResolvedFileToPublish").EnumerateArray()
            .Select(file => file.GetProperty("RelativePath").GetString()).ToHashSet();

        new[] { "appsettings.json", "Texts/terms.txt", "Texts/privacy.txt" }.ShouldBeSubsetOf(published);
    }
}
