using System.Text.RegularExpressions;

namespace NexiPortal.Architecture.Tests;

public partial class NameTests
{
    private static readonly string[] Banned = ["Customer", "Client", "Account", "Manager", "Helper", "Util", "Utils", "Info", "Data"];

    // The framework's name for its key store, and the operator's setting Portal__DataDirectory.
    private static readonly string[] Given = ["DataProtection", "DataDirectory", "DataDirectories"];

    [Fact]
    public void TypeNames_UseTheInsurersWords() =>
        House.TypesOf(House.Layers).Where(type => Words(type.Name).Intersect(Banned).Any()).ShouldBeEmpty();

    [Fact]
    public void Application_NamesNothingAService() =>
        House.TypesOf(House.Application).Where(type => type.Name.EndsWith("Service", StringComparison.Ordinal)).ShouldBeEmpty();

    private static IEnumerable<string> Words(string name) =>
        Word().Matches(Given.Aggregate(name, (rest, given) => rest.Replace(given, "", StringComparison.Ordinal))).Select(match => match.Value);

    [GeneratedRegex("[A-Z][a-z0-9]*")]
    private static partial Regex Word();
}
