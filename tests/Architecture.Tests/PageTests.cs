using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.TestSupport;
using NexiPortal.Web.Texts;

namespace NexiPortal.Architecture.Tests;

public partial class PageTests
{
    [Fact]
    public void EveryPage_IsNamedInATest()
    {
        var tests = string.Concat(Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText));
        var routes = House.SourceFiles().Where(file => file.EndsWith(".cshtml", StringComparison.Ordinal))
            .Select(file => Route().Match(File.ReadAllText(file))).Where(page => page.Success).Select(page => page.Groups[1].Value).ToList();
        routes.ShouldNotBeEmpty();
        routes.Where(route => !tests.Contains($"\"{route}", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void EveryErrorCode_HasAJapaneseSentence() =>
        CoreTests.ErrorCodes.Select(field => (string)field.GetRawConstantValue()!).Where(code => !Sentences.Has(code)).ShouldBeEmpty();

    // An address written out by hand makes the framework leave the antiforgery token out.
    [Fact]
    public void Forms_NameTheirPage_AndSoCarryTheirToken() =>
        House.SourceFiles().Where(file => file.EndsWith(".cshtml", StringComparison.Ordinal) && HandWritten().IsMatch(File.ReadAllText(file))).ShouldBeEmpty();

    [Fact]
    public void EveryPage_SaysWhoMayUseIt() =>
        House.TypesOf(House.Web).Where(type => type.IsAssignableTo(typeof(PageModel)) && !type.IsAbstract)
            .Where(page => !page.GetCustomAttributes(inherit: true).Any(attribute => attribute is IAuthorizeData or IAllowAnonymous))
            .ShouldBeEmpty();

    // A page sends a request and shows its answer; rules and tables are behind it.
    [Fact]
    public void Pages_KnowNoTablesAndNoAdapters()
    {
        var pages = House.TypesOf(House.Web).Where(type => type.IsAssignableTo(typeof(PageModel))).ToList();
        pages.ShouldNotBeEmpty();
        string[] behind = [typeof(DbContext).Namespace!, House.Infrastructure.GetName().Name!];
        var tables = House.TypesOf(House.Application).Where(type => type.IsAssignableTo(typeof(IUnitOfWork))).Select(type => type.FullName).ToHashSet();
        var names = pages.Select(page => page.FullName).ToHashSet();
        House.Built.Types.Where(type => names.Contains(type.FullName))
            .SelectMany(type => type.Dependencies.Select(dependency => dependency.Target)
                .Where(target => tables.Contains(target.FullName) || Array.Exists(behind, name => target.FullName.StartsWith(name, StringComparison.Ordinal)))
                .Select(target => $"{type.FullName} knows {target.FullName}"))
            .Distinct()
            .ShouldBeEmpty();
    }

    // The fixed beginning of a page's address.
    [GeneratedRegex("""\A@page "(/[^"{]*)""")]
    private static partial Regex Route();

    [GeneratedRegex("""<form[^>]*\saction=""")]
    private static partial Regex HandWritten();
}
