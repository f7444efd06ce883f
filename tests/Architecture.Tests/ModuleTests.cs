using ArchUnitNET.xUnitV3;
using NexiPortal.Application.Common;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace NexiPortal.Architecture.Tests;

public class ModuleTests
{
    private const string Common = nameof(Domain.Common);

    private static readonly string[] BannedFolders = ["Commands", "Queries", "Handlers", "Helpers", "Utils", "Managers"];

    public static TheoryData<string> ModulesOfDomain => [.. House.ModulesOf(House.Domain)];

    public static TheoryData<Type> TableInterfaces =>
        [.. House.TypesOf(House.Application).Where(type => type.IsInterface && type != typeof(IUnitOfWork) && type.IsAssignableTo(typeof(IUnitOfWork)))];

    [Theory]
    [MemberData(nameof(ModulesOfDomain))]
    public void Domain_AModuleKnowsOnlyCommon(string module)
    {
        var others = House.ModulesOf(House.Domain).Except([module, Common]);
        Types().That().ResideInNamespaceMatching(NamespaceOf(module))
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(NamespaceOf([.. others])))
            .Check(House.Built);
    }

    [Theory]
    [MemberData(nameof(TableInterfaces))]
    public void Application_TablesAreUsedByTheirOwnModuleOnly(Type tables) =>
        Types().That().ResideInAssembly(House.Application).And().DoNotResideInNamespace(tables.Namespace)
            .Should().NotDependOnAny(tables)
            .Check(House.Built);

    [Fact]
    public void Modules_AreNotSortedByKindOfType() =>
        Directory.EnumerateDirectories(House.Sources, "*", SearchOption.AllDirectories)
            .Where(directory => !House.IsBuildOutput(directory) && BannedFolders.Contains(Path.GetFileName(directory)))
            .ShouldBeEmpty();

    private static string NamespaceOf(params string[] modules) => $@"^{House.Domain.GetName().Name}\.({string.Join('|', modules)})($|\.)";
}
