using System.Reflection;
using System.Runtime.CompilerServices;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Infrastructure;
using NexiPortal.TestSupport;
using ArchLoader = ArchUnitNET.Loader.ArchLoader;

namespace NexiPortal.Architecture.Tests;

/// <summary>What the rules are about: the four layers as built, and their sources. Every name is taken from a type.</summary>
internal static class House
{
    public static readonly Assembly Domain = typeof(AggregateRoot).Assembly;
    public static readonly Assembly Application = typeof(IUnitOfWork).Assembly;
    public static readonly Assembly Infrastructure = typeof(InfrastructureServices).Assembly;
    public static readonly Assembly Web = typeof(Program).Assembly;

    public static readonly Assembly[] Layers = [Domain, Application, Infrastructure, Web];

    /// <summary>Web's composition root; it is internal, and found or the tests fail.</summary>
    public static readonly Type Composition = Web.GetType("NexiPortal.Web.PortalHost", throwOnError: true)!;

    /// <summary>The scheduled work; internal too.</summary>
    public static readonly Type Jobs = Infrastructure.GetType("NexiPortal.Infrastructure.Jobs.PortalJobs", throwOnError: true)!;

    public static readonly ArchUnitNET.Domain.Architecture Built = new ArchLoader().LoadAssemblies(Layers).Build();

    public static readonly string Sources = Path.Combine(RepositoryRoot.Path, "src");

    /// <summary>The types people wrote, in the given layers.</summary>
    public static IEnumerable<Type> TypesOf(params Assembly[] layers) =>
        layers.SelectMany(layer => layer.GetTypes()).Where(type => !IsGenerated(type));

    /// <summary>The words right below a layer's name: its modules, Common among them.</summary>
    public static IEnumerable<string> ModulesOf(Assembly layer) =>
        TypesOf(layer).Select(type => type.Namespace ?? "")
            .Where(name => name.StartsWith(layer.GetName().Name + ".", StringComparison.Ordinal))
            .Select(name => name[(layer.GetName().Name!.Length + 1)..].Split('.')[0])
            .Distinct();

    /// <summary>The source files people wrote.</summary>
    public static IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Sources, "*.cs*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".cshtml", StringComparison.Ordinal))
            .Where(file => !IsBuildOutput(file));

    /// <summary>Whether a path lies in a directory the build writes.</summary>
    public static bool IsBuildOutput(string path) =>
        Path.GetRelativePath(Sources, path).Split(Path.DirectorySeparatorChar) is [_, "bin" or "obj", ..];

    /// <summary>The generic interface's closed forms that a type implements.</summary>
    public static IEnumerable<Type> ClosedFormsOf(this Type type, Type openInterface) =>
        type.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == openInterface);

    private static bool IsGenerated(Type type) =>
        type.IsDefined(typeof(CompilerGeneratedAttribute), false) || type.Name.Contains('<', StringComparison.Ordinal)
        || (type.DeclaringType is { } outer && IsGenerated(outer)) || type.Namespace?.StartsWith("NexiPortal", StringComparison.Ordinal) != true;
}
