using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using NexiPortal.Domain.Common;

namespace NexiPortal.Architecture.Tests;

public partial class CoreTests
{
    private static readonly IReadOnlyList<Type> Types = [.. House.TypesOf(House.Domain)];

    internal static readonly IReadOnlyList<FieldInfo> ErrorCodes =
    [
        .. Types.Where(type => type.Name.EndsWith("Errors", StringComparison.Ordinal) && type is { IsAbstract: true, IsSealed: true })
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Where(field => field.IsLiteral),
    ];

    [Fact]
    public void Aggregates_AreSealed()
    {
        var aggregates = Types.Where(type => type.IsSubclassOf(typeof(AggregateRoot))).ToList();
        aggregates.ShouldNotBeEmpty();
        aggregates.Where(type => !type.IsSealed).ShouldBeEmpty();
    }

    [Fact]
    public void Aggregates_AreMadeByTheirVerbs() =>
        Types.Where(type => type.IsSubclassOf(typeof(AggregateRoot)) && type.GetConstructors().Length > 0).ShouldBeEmpty();

    [Fact]
    public void State_ChangesThroughVerbsOnly() =>
        Types.SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(property => property.SetMethod is { IsPublic: true } setter && !IsInit(setter))
            .Select(property => $"{property.DeclaringType}.{property.Name}")
            .ShouldBeEmpty();

    [Fact]
    public void ErrorCodes_AreUniqueAndSpeltAlike()
    {
        var codes = ErrorCodes.Select(field => (string)field.GetRawConstantValue()!).ToList();
        codes.ShouldNotBeEmpty();
        codes.ShouldBeUnique();
        codes.Where(code => !Code().IsMatch(code)).ShouldBeEmpty();
    }

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    // module.what-is-wrong
    [GeneratedRegex(@"\A[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Code();
}
