using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using NexiPortal.TestSupport;

namespace NexiPortal.Architecture.Tests;

public class BuildScriptTests
{
    private static readonly string Script = Path.Combine(RepositoryRoot.Path, "build.ps1");

    [Fact]
    public void BuildScript_IsPowerShell()
    {
        Parser.ParseFile(Script, out _, out var errors);
        errors.Select(error => $"{error.Extent.StartLineNumber}: {error.Message}").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Run", "run --project src/Web")]
    [InlineData("Test", "test")]
    [InlineData("Publish", "publish src/Web -c Release -r linux-x64 --no-self-contained -o artifacts/publish")]
    public void BuildScript_CallsOneDotnetCommand(string task, string arguments) =>
        DotnetCallsOf(task).ShouldBe([arguments]);

    [Theory]
    [InlineData("Destroy")]
    [InlineData("")]
    public void BuildScript_RefusesUnknownTasks(string task) =>
        Should.Throw<ParameterBindingException>(() => DotnetCallsOf(task));

    private static string[] DotnetCallsOf(string task)
    {
        using var space = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        space.Open();
        using var shell = PowerShell.Create(space);
        // A function goes before a program of the same name.
        shell.AddScript("function global:dotnet { $global:calls += @($args -join ' ') }; $global:calls = @()").Invoke();
        shell.Commands.Clear();
        shell.AddCommand(Script).AddArgument(task).Invoke();
        shell.Streams.Error.Select(error => error.ToString()).ShouldBeEmpty();
        return [.. ((object[])space.SessionStateProxy.GetVariable("calls")).Select(call => call.ToString()!)];
    }
}
