using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;
using Verb = NexiPortal.Domain.Registration.ApplicationVerb;

namespace NexiPortal.Application.Tests.Registration;

/// <summary>The scan box: what a hand scanner types, and what a person types for want of one.</summary>
public sealed class FindByScanTests
{
    private static readonly Func<string, string>[] AsTypedByScanners =
    [
        code => code,
        code => code + "\r\n",
        code => code + "\t",
        code => code.ToLowerInvariant(),
        FullWidth,
        code => FullWidth(code).Replace('／', '・').Replace('－', 'ー') + "\r",
    ];

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Code_OfThePresentForm_FindsItsCase(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.SubmitCaseAsync();
        (await FindAsync(portal, await CodeAsync(portal, number))).Value.ShouldBe(new FindByScan.Found(number, 1, 1));
    }

    [Fact]
    public async Task Code_HoweverTheScannerTypesIt_FindsItsCase()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.SubmitCaseAsync();
        var code = await CodeAsync(portal, number);
        foreach (var typed in AsTypedByScanners) (await FindAsync(portal, typed(code))).Value.ShouldBe(new FindByScan.Found(number, 1, 1));
    }

    [Fact]
    public async Task Number_TypedByHand_FindsItsCase()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.SubmitCaseAsync();
        foreach (var typed in new[] { number.Value, FullWidth(number.Value), $" {number}\n", number.Value.Replace("-", "", StringComparison.Ordinal) })
            (await FindAsync(portal, typed)).Value.ShouldBe(new FindByScan.Found(number, null, 1));
    }

    [Fact]
    public async Task Code_OfAnOlderForm_FindsItsCaseAndSaysSo()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.SubmitCaseAsync();
        var old = await CodeAsync(portal, number);
        await ResubmitAsync(portal, number);

        var found = (await FindAsync(portal, old)).Value;

        found.ShouldBe(new FindByScan.Found(number, 1, 2));
        found.IsOutdated.ShouldBeTrue();
        (await FindAsync(portal, await CodeAsync(portal, number))).Value.IsOutdated.ShouldBeFalse();
    }

    [Theory]
    [InlineData("00000000")]
    [InlineData("")]
    public async Task Code_WithAnotherCheckValue_IsNamedAsAltered(string check)
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.SubmitCaseAsync();
        (await FindAsync(portal, $"{number}/1/{check}")).Errors.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(e => e.Code.ShouldBe(RegistrationErrors.ScanAltered), e => e.Arguments.ShouldBe([number]));
        (await FindAsync(portal, $"{number}/2/{check}")).Errors[0].Code.ShouldBe(RegistrationErrors.ScanAltered);
        (await FindAsync(portal, $"{number}/0/{check}")).Errors[0].Code.ShouldBe(RegistrationErrors.ScanAltered);
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://example.jp/")]
    [InlineData("2607-00001-0")]
    public async Task Text_ThatIsNoCode_IsRefused(string scanned)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.SubmitCaseAsync();
        (await FindAsync(portal, scanned)).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.ScanUnreadable);
    }

    [Fact]
    public async Task Code_WithAPartTooMany_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.SubmitCaseAsync();
        (await FindAsync(portal, $"{await CodeAsync(portal, number)}/x")).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.ScanUnreadable);
        (await FindAsync(portal, $"{number}/x/ABCDEF01")).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.ScanUnreadable);
    }

    [Fact]
    public async Task Number_OfNoCase_IsNamedAsUnknown()
    {
        await using var portal = await TestPortal.StartAsync();
        (await FindAsync(portal, ApplicationNumber.Of(JapanTime.DateAt(TestPortal.Start), 5).Value)).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.CaseUnknown);
    }

    private static Task<Result<FindByScan.Found>> FindAsync(TestPortal portal, string scanned) => portal.SendAsync(new FindByScan.Query(scanned));

    private static Task<string> CodeAsync(TestPortal portal, ApplicationNumber number) =>
        portal.AskAsync<IRegistrationDb, string>(async db => (await db.Applications.SingleAsync(a => a.Number == number)).FormCode);

    private static async Task ResubmitAsync(TestPortal portal, ApplicationNumber number)
    {
        await portal.DoAsync(number, Verb.Reopen);
        var linkId = await portal.EnterByResumeLinkAsync();
        await portal.SubmitAsync(linkId, await portal.FillAndConfirmAsync(linkId));
    }

    private static string FullWidth(string text) => new([.. text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)]);
}
