using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;
using static NexiPortal.Domain.Registration.ApplicationState;
using Verb = NexiPortal.Domain.Registration.ApplicationVerb;

namespace NexiPortal.Application.Tests.Registration;

/// <summary>Everything the page of a case shows.</summary>
public sealed class ViewCaseTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task View_HasTheEntryTheHistoryAndWhatMayBeDone(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(InReview, ApplicationType.Branch);

        var view = (await portal.SendAsync(new ViewCase.Query(number, [Performer.Clerk]))).Value;

        (view.Number, view.Type, view.State, view.Revision, view.Address.Value).ShouldBe((number, ApplicationType.Branch, InReview, 1, RegistrantSteps.Address));
        view.Rows.ShouldContain(new EntryRow("保険利用者の情報", "支店・部門・事業所名", "漢字", "大阪支店"));
        view.History.Select(entry => entry.Verb).ShouldBe([Verb.Submit, Verb.RegisterReceipt]);
        view.Verbs.ShouldBe([Verb.RequestCorrection, Verb.Reopen, Verb.RequestApproval]);
        view.Checks.ShouldBe(ReviewChecks.For(ApplicationType.Branch));
        (view.ApprovalRequestedBy, view.ExpiresAt).ShouldBe((null, null));
        (await portal.SendAsync(new ViewCase.Query(number, [Performer.Approver]))).Value.Verbs.ShouldBe([Verb.Decline]);
        (await portal.SendAsync(new ViewCase.Query(number, []))).Value.Verbs.ShouldBeEmpty();
    }

    [Fact]
    public async Task View_OfANumberNobodyHas_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        (await portal.SendAsync(new ViewCase.Query(ApplicationNumber.Of(JapanTime.DateAt(TestPortal.Start), 9), []))).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.CaseUnknown);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task View_NamesTheStaffWhoActed_AsFarAsKnown(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.AddStaffAsync("clerk");
        var number = await portal.CaseInAsync(Approved);
        await portal.SendAsync(new AddCaseNote.Command(number, "覚書"), "staff:clerk2");

        (await portal.ViewAsync(number)).StaffNames.ShouldBe(new Dictionary<Actor, string> { [Actor.Staff("clerk")] = "受付 太郎" });
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S43")]
    public async Task Approval_IsOfferedToAnotherPersonThanWhoAskedForIt(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(AwaitingApproval);

        var mine = (await portal.SendAsync(new ViewCase.Query(number, [Performer.Clerk, Performer.Approver]), CaseSteps.Clerk)).Value;
        var others = (await portal.SendAsync(new ViewCase.Query(number, [Performer.Approver]), CaseSteps.Approver)).Value;

        (mine.NeedsSecondPerson, others.NeedsSecondPerson).ShouldBe((true, false));
        mine.Verbs.ShouldBe([Verb.SendBack, Verb.Decline]);
        others.Verbs.ShouldBe([Verb.SendBack, Verb.Approve, Verb.Decline]);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Looks_AtTheCaseAndItsForm_AreInTheAuditTrail(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(Declined);
        var nobodys = ApplicationNumber.Of(JapanTime.DateAt(TestPortal.Start), 9);
        var before = await CountAsync("CaseViewed");

        var view = await portal.ViewAsync(number);
        var form = (await portal.SendAsync(new PrintCaseForm.Query(number))).Value;
        await portal.SendAsync(new ViewCase.Query(nobodys, []));
        (await portal.SendAsync(new PrintCaseForm.Query(nobodys))).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.CaseUnknown);

        new Pdf(form.Pdf).Letters.ShouldContain(number.Value);
        form.FileName.ShouldBe($"保険利用者登録申込書_{number}.pdf");
        (await CountAsync("CaseViewed") - before, await CountAsync("ApplicationFormViewed")).ShouldBe((1, 1));

        Task<int> CountAsync(string action) => portal.AskAsync<IAuditDb, int>(async db =>
        {
            var id = await portal.AskAsync<IRegistrationDb, Guid>(cases => cases.Applications.Where(a => a.Number == number).Select(a => a.Id).SingleAsync());
            return await db.AuditEntries.CountAsync(e => e.Action == action && e.SubjectId == id);
        });
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Note_IsKeptWithItsAuthor_AndLeavesTheCaseAlone(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.CaseInAsync(InReview);
        var version = (await portal.ViewAsync(number)).Version;

        (await portal.SendAsync(new AddCaseNote.Command(number, " 電話で確認済み\r\n担当：山田様 "), "staff:clerk2")).Succeeded.ShouldBeTrue();
        portal.Clock.Advance(TimeSpan.FromHours(1));
        await portal.SendAsync(new AddCaseNote.Command(number, "二つ目"), CaseSteps.Clerk);

        var view = await portal.ViewAsync(number);
        view.Notes.Select(note => (note.Text, note.By.Name, note.At)).ShouldBe(
            [("電話で確認済み\n担当：山田様", "staff:clerk2", TestPortal.Start), ("二つ目", CaseSteps.Clerk, TestPortal.Start.AddHours(1))]);
        view.Version.ShouldBe(version);
        (await portal.AskAsync<IAuditDb, int>(db => db.AuditEntries.CountAsync(e => e.Action == nameof(CaseNoteAdded)))).ShouldBe(2);
    }

    [Theory]
    [InlineData("", RegistrationErrors.NoteRequired)]
    [InlineData(" \r\n ", RegistrationErrors.NoteRequired)]
    [InlineData("\u0007", RegistrationErrors.NoteForbidden)]
    public async Task Note_WithoutUsableText_IsRefused(string text, string code)
    {
        await using var portal = await TestPortal.StartAsync();
        (await portal.SendAsync(new AddCaseNote.Command(await portal.SubmitCaseAsync(), text))).Errors.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task OpenCases_AlikeInSomething_AreNamedWithWhatItIs(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.SubmitCaseAsync();
        var same = await SubmitAsync(portal, "a@sample.com");
        var spelling = await SubmitAsync(portal, "b@sample.com",
            (ApplicationFields.CompanyName, "高崎吉商事㈱"), (ApplicationFields.Telephone, "06-0000-0001"), (ApplicationFields.AdministratorTelephone, "06-0000-0002"),
            (ApplicationFields.Address, "東京都千代田区千代田1-1-1"));
        var telephone = await SubmitAsync(portal, "c@sample.com",
            (ApplicationFields.CompanyName, "別の会社"), (ApplicationFields.CompanyNameKana, "ベツノカイシャ"), (ApplicationFields.Address, "大阪府大阪市北区1-1"), (ApplicationFields.AdministratorTelephone, "0312345678"), (ApplicationFields.Telephone, "06-0000-0003"));
        var other = await SubmitAsync(portal, "d@sample.com",
            (ApplicationFields.CompanyName, "別の会社"), (ApplicationFields.CompanyNameKana, "ベツノカイシャ"), (ApplicationFields.Address, "大阪府大阪市北区1-1"), (ApplicationFields.AdministratorTelephone, "06-0000-0004"), (ApplicationFields.Telephone, "06-0000-0005"));

        var duplicates = (await portal.ViewAsync(number)).Duplicates;

        duplicates.Select(duplicate => duplicate.Number).ShouldBe([same, spelling, telephone]);
        duplicates[0].Reasons.ShouldBe([LikenessReason.Name, LikenessReason.Kana, LikenessReason.Telephone, LikenessReason.Address]);
        duplicates[1].Reasons.ShouldBe([LikenessReason.Name, LikenessReason.Kana, LikenessReason.Address]);
        duplicates[2].Reasons.ShouldBe([LikenessReason.Telephone]);
        (await portal.ViewAsync(other)).Duplicates.Select(duplicate => duplicate.Number).ShouldBe([telephone]);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task ClosedCases_AreNoDuplicates(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.CaseInAsync(Declined);
        await portal.SubmitCaseAsync(address: "a@sample.com");
        portal.Clock.Advance(TimeSpan.FromDays(91));
        var number = await portal.SubmitCaseAsync(address: "b@sample.com");
        (await portal.ViewAsync(number)).Duplicates.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task WebUserCases_OfOneCode_AreNamedByIt_ButBranchesOfOneHeadOfficeAreNot(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var webUser = await portal.SubmitCaseAsync(ApplicationType.WebUser);
        await portal.SubmitCaseAsync(ApplicationType.WebUser, "a@sample.com");
        (await portal.ViewAsync(webUser)).Duplicates.ShouldHaveSingleItem().Reasons[0].ShouldBe(LikenessReason.Code);

        await using var second = await TestPortal.StartAsync(database);
        var osaka = await second.SubmitCaseAsync(ApplicationType.Branch);
        await SubmitAsync(second, "b@sample.com", ApplicationType.Branch,
            (ApplicationFields.BranchName, "神戸支店"), (ApplicationFields.BranchNameKana, "コウベシテン"), (ApplicationFields.Address, "兵庫県神戸市中央区1-1"), (ApplicationFields.Telephone, "078-000-0001"), (ApplicationFields.AdministratorTelephone, "078-000-0002"));
        (await second.ViewAsync(osaka)).Duplicates.ShouldBeEmpty();
    }

    private static Task<ApplicationNumber> SubmitAsync(TestPortal portal, string address, params (ApplicationField Field, string Value)[] but) =>
        SubmitAsync(portal, address, ApplicationType.HeadOffice, but);

    private static async Task<ApplicationNumber> SubmitAsync(TestPortal portal, string address, ApplicationType type, params (ApplicationField Field, string Value)[] but)
    {
        var linkId = await portal.EnterAsync(address);
        return (await portal.SubmitAsync(linkId, await portal.FillAndConfirmAsync(linkId, type, but))).Value;
    }
}
