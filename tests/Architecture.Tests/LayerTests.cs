using System.Reflection;
using FluentValidation;
using Mapster;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NexiPortal.Architecture.Tests;

// The compiler sees to the other layers: no project may refer to one that refers to it.
public class LayerTests
{
    [Fact]
    public void Domain_KnowsTheBaseClassLibraryOnly() =>
        ReferencesBeyondBaseClassLibrary(House.Domain).ShouldBeEmpty();

    [Fact]
    public void Application_KnowsDomainAndItsFourPackagesOnly()
    {
        // The last two come with EF Core and hold interfaces only.
        string[] allowed =
        [
            NameOf(House.Domain.GetTypes()[0]), NameOf(typeof(IValidator)), NameOf(typeof(TypeAdapter)), NameOf(typeof(IMediator)), NameOf(typeof(DbContext)),
            NameOf(typeof(ILogger)), NameOf(typeof(IServiceCollection)),
        ];
        ReferencesBeyondBaseClassLibrary(House.Application).Except(allowed).ShouldBeEmpty();
    }

    private static IEnumerable<string> ReferencesBeyondBaseClassLibrary(Assembly layer)
    {
        var baseClassLibrary = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return layer.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => !File.Exists(Path.Combine(baseClassLibrary, name + ".dll")));
    }

    private static string NameOf(Type type) => type.Assembly.GetName().Name!;
}
