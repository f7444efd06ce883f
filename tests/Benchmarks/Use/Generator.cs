using System.Diagnostics;

namespace NexiPortal.Benchmarks.Use;

/// <summary>This program once more, as a generator of load: its threads and memory are not those of what it measures.</summary>
internal static class Generator
{
    /// <summary>Runs it; gives back what it says.</summary>
    /// <param name="word">Which load it is to make.</param>
    /// <param name="load">The load, as JSON.</param>
    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<string> RunAsync(string word, string load)
    {
        using var generator = Process.Start(new ProcessStartInfo("dotnet", [Environment.GetCommandLineArgs()[0], word]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await generator.StandardInput.WriteAsync(load);
        generator.StandardInput.Close();
        var said = await generator.StandardOutput.ReadToEndAsync();
        await generator.WaitForExitAsync();
        return generator.ExitCode == 0 ? said : throw new InvalidOperationException($"The load {word} failed.");
    }
}
