using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Domain.Audit;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.InsuranceUsers;

/// <summary>Staff look insurance users up, correct and suspend them.</summary>
public sealed class RegisteredDataTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Search_FindsByCodeNameReadingAndTelephone_InAnySpelling(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.ImportAsync("200000001");
        await portal.ImportAsync("200000002", headOffice: "200000001");
        await portal.ImportAsync("300000001", details: ApprovalSteps.OldDetails with { CompanyName = "髙﨑産業株式会社", CompanyNameKana = "タカサキサンギョウ", Telephone = "03-9999-0000" });

        (await FindAsync("200000001")).ShouldBe(["200000001", "200000002"]);
        (await FindAsync("３００－０００－００１")).ShouldBe(["300000001"]);
        (await FindAsync("旧来")).ShouldBe(["200000001", "200000002"]);
        (await FindAsync("㈱旧来物産")).ShouldBe(["200000001", "200000002"]);
        (await FindAsync("高崎")).ShouldBe(["300000001"]);
        (await FindAsync("たかさき")).ShouldBe(["300000001"]);
        (await FindAsync("ｷｭｳﾗｲ")).ShouldBe(["200000001", "200000002"]);
        (await FindAsync("03-9999")).ShouldBe(["300000001"]);
        (await FindAsync("０６１２３４５６７８")).ShouldBe(["200000001", "200000002"]);
        (await FindAsync("")).ShouldBe(["200000001", "200000002", "300000001"]);
        (await FindAsync("来物")).ShouldBeEmpty();
        (await FindAsync("999999999")).ShouldBeEmpty();
        (await FindAsync("%")).ShouldBeEmpty();
        (await FindAsync("旧\0来")).ShouldBeEmpty();

        async Task<string[]> FindAsync(string text) => [.. (await portal.SendAsync(new SearchInsuranceUsers.Query(text))).Value.Users.Select(found => found.Code.Value)];
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Search_OfMany_ShowsThemPageByPage(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        foreach (var number in Enumerable.Range(1, SearchInsuranceUsers.PageSize + 1)) await portal.ImportAsync(InsuranceUserCode.Of(number).Value);

        var first = (await portal.SendAsync(new SearchInsuranceUsers.Query("旧来"))).Value;
        (first.Users.Count, first.HasMore).ShouldBe((SearchInsuranceUsers.PageSize, true));
        var second = (await portal.SendAsync(new SearchInsuranceUsers.Query("旧来", 2))).Value;
        second.Users.ShouldHaveSingleItem().Code.ShouldBe(InsuranceUserCode.Of(SearchInsuranceUsers.PageSize + 1));
        second.HasMore.ShouldBeFalse();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Search_OfTooMany_ShowsSomeAndSaysSo_AllTheListShows(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        foreach (var number in Enumerable.Range(1, SearchInsuranceUsers.FoundAtMost + 1)) await portal.ImportAsync(InsuranceUserCode.Of(number).Value);

        (await portal.SendAsync(new SearchInsuranceUsers.Query("旧来"))).Value.FoundTooMany.ShouldBeTrue();
        (await portal.SendAsync(new SearchInsuranceUsers.Query("旧来", 5))).Value.Users.ShouldBeEmpty();
        (await portal.SendAsync(new SearchInsuranceUsers.Query(InsuranceUserCode.Of(1).Value))).Value.FoundTooMany.ShouldBeFalse();
        var last = (await portal.SendAsync(new SearchInsuranceUsers.Query("", 5))).Value;
        (last.Users.Count, last.HasMore, last.FoundTooMany).ShouldBe((1, false, false));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Search_FindsByWebUserId(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.ImportAsync("200000001");
        var user = await portal.RegisterHeadOfficeAsync();

        (await portal.SendAsync(new SearchInsuranceUsers.Query(" ａ-0000-0001-1 "))).Value.Users.ShouldHaveSingleItem().Code.ShouldBe(user.Code);
        (await portal.SendAsync(new SearchInsuranceUsers.Query("A000000029"))).Value.Users.ShouldBeEmpty();
        (await portal.SendAsync(new SearchInsuranceUsers.Query("", int.MaxValue))).Value.Users.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task View_ShowsDataBranchesWebUsersAndHistory(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var user = await portal.RegisterHeadOfficeAsync();
        await portal.ImportAsync("200000002", headOffice: user.Code.Value);

        var view = await ViewAsync(portal, user.Code.Value);

        view.Rows.Select(row => row.Value).ShouldBe(
        [
            "企業", "日本第一銀行", "株式会社髙﨑𠮷商事", "カブシキガイシャタカサキヨシショウジ", "100-0001", "東京都千代田区千代田一丁目１番１号", "03-1234-5678", "保険利用者所在地と同じ",
            "代表取締役社長", "髙橋　太郎", "https://www.example.jp/",
        ]);
        view.Branches.ShouldHaveSingleItem().ShouldBe(new ViewInsuranceUser.Branch(InsuranceUserCode.Read("200000002")!, "旧支店", false));
        var administrator = view.WebUsers.ShouldHaveSingleItem();
        (administrator.UserId.Value, administrator.Details.Name, administrator.Letters.Single().State).ShouldBe(("A000000011", "日本　花子", Domain.WebUsers.NoticeState.ToPrint));
        view.History.ShouldHaveSingleItem().Verb.ShouldBe(InsuranceUserVerb.Register);

        (await ViewAsync(portal, "200000002")).Rows.Select(row => row.Label).ShouldContain("本店の保険利用者コード");
        (await portal.SendAsync(new ViewInsuranceUser.Query("999999999"))).Errors.ShouldHaveSingleItem().Code.ShouldBe(InsuranceUserErrors.CodeUnknown);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Correction_ChangesWhatIsRegistered_AndKeepsWhatWasAndWhy(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.ImportAsync("200000001");
        var before = await ViewAsync(portal, "200000001");
        portal.Clock.Advance(TimeSpan.FromDays(1));

        // Typed as forgivingly as at step 2.
        var typed = before.Values.With(ApplicationFields.Address, "東京都港区1-2-3").With(ApplicationFields.PostalCode, "１０５０００１")
            .With(ApplicationFields.RegisteredAddressChoice, ApplicationFields.OtherAddress).With(ApplicationFields.RegisteredAddress, "大阪府大阪市");
        (await portal.SendAsync(new CorrectInsuranceUser.Command("200000001", before.Version, typed, " 移転の届出 "))).Succeeded.ShouldBeTrue();

        var after = await ViewAsync(portal, "200000001");
        after.Values[ApplicationFields.Address].ShouldBe("東京都港区１－２－３");
        var line = after.History[0];
        (line.Verb, line.Reason, line.By.Name, line.At).ShouldBe((InsuranceUserVerb.Correct, "移転の届出", "test", TestPortal.Start.AddDays(1)));
        line.Changes.Select(change => (change.After.Label, change.Before, change.After.Value)).ShouldBe(
        [
            ("郵便番号", "540-0001", "105-0001"),
            ("所在地", "大阪府大阪市中央区城見１－１－１", "東京都港区１－２－３"),
            ("登記所在地", "保険利用者所在地と同じ", "大阪府大阪市"),
        ]);
        (await portal.SendAsync(new SearchInsuranceUsers.Query("旧来"))).Value.Users.ShouldHaveSingleItem().Details.PostalCode.ShouldBe("105-0001");
    }

    [Fact]
    public async Task Correction_IsHeldToTheRulesOfStepTwo()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ImportAsync("200000001");
        var shown = await ViewAsync(portal, "200000001");
        var typed = shown.Values.With(ApplicationFields.CompanyName, "").With(ApplicationFields.Telephone, "1234")
            .With(ApplicationFields.RegisteredAddressChoice, ApplicationFields.OtherAddress);

        var refused = await portal.SendAsync(new CorrectInsuranceUser.Command("200000001", shown.Version, typed, "理由"));

        refused.Errors.Select(error => (error.Field, error.Code)).ShouldBe(
        [
            (ApplicationFields.CompanyName.Key, FieldErrors.Required),
            (ApplicationFields.Telephone.Key, FieldErrors.NotTelephone),
            (ApplicationFields.RegisteredAddress.Key, FieldErrors.Required),
        ]);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Correction_OfWhatAnotherChangedMeanwhile_IsRefused(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.ImportAsync("200000001");
        var shown = await ViewAsync(portal, "200000001");

        (await CorrectAsync("東京都港区")).Succeeded.ShouldBeTrue();
        (await CorrectAsync("東京都中央区")).Errors.ShouldHaveSingleItem().Code.ShouldBe(InsuranceUserErrors.ChangedMeanwhile);

        Task<Result> CorrectAsync(string address) => portal.SendAsync(
            new CorrectInsuranceUser.Command("200000001", shown.Version, shown.Values.With(ApplicationFields.Address, address), "移転"));
    }

    [Fact]
    public async Task Branch_StaysUnderItsHeadOffice_WhateverIsPosted()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ImportAsync("200000001");
        await portal.ImportAsync("200000002", headOffice: "200000001");
        var shown = await ViewAsync(portal, "200000002");
        var typed = shown.Values.With(ApplicationFields.HeadOfficeCode, "300000000").With(ApplicationFields.BranchName, "新支店").With(ApplicationFields.BranchNameKana, "シンシテン");

        (await portal.SendAsync(new CorrectInsuranceUser.Command("200000002", shown.Version, typed, "改称"))).Succeeded.ShouldBeTrue();

        var after = await ViewAsync(portal, "200000002");
        (after.HeadOfficeCode!.Value, after.Values[ApplicationFields.BranchName]).ShouldBe(("200000001", "新支店"));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Suspension_IsSeenAndResumed(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.ImportAsync("200000001");

        (await portal.SendAsync(new SuspendInsuranceUser.Command("200000001", 1, " "))).Errors.ShouldHaveSingleItem().Code.ShouldBe(InsuranceUserErrors.ReasonRequired);
        (await portal.SendAsync(new SuspendInsuranceUser.Command("200000001", 1, "届出"))).Succeeded.ShouldBeTrue();
        var suspended = await ViewAsync(portal, "200000001");
        suspended.IsSuspended.ShouldBeTrue();
        (await portal.SendAsync(new SuspendInsuranceUser.Command("200000001", suspended.Version, "届出"))).Errors.ShouldHaveSingleItem().Code.ShouldBe(InsuranceUserErrors.Suspended);
        (await portal.SendAsync(new ResumeInsuranceUser.Command("200000001", suspended.Version, "届出"))).Succeeded.ShouldBeTrue();
        (await ViewAsync(portal, "200000001")).IsSuspended.ShouldBeFalse();
        (await portal.SendAsync(new SuspendInsuranceUser.Command("999999999", 1, "届出"))).Errors.ShouldHaveSingleItem().Code.ShouldBe(InsuranceUserErrors.CodeUnknown);
    }

    [Fact]
    public async Task Suspension_OfAnotherDay_IsNotLiftedFromAPageThatShowedAnEarlierOne()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ImportAsync("200000001", suspended: true);
        var shown = (await ViewAsync(portal, "200000001")).Version;
        await portal.SendAsync(new ResumeInsuranceUser.Command("200000001", shown, "届出"));
        await portal.SendAsync(new SuspendInsuranceUser.Command("200000001", shown + 1, "別の理由"));

        (await portal.SendAsync(new ResumeInsuranceUser.Command("200000001", shown, "届出"))).Errors.ShouldHaveSingleItem().Code.ShouldBe(InsuranceUserErrors.ChangedMeanwhile);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task SuspensionsAtOnce_AreOneInTheHistory(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.ImportAsync("200000001");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => portal.SendAsync(new SuspendInsuranceUser.Command("200000001", 1, "届出")))));

        answers.Count(answer => answer.Succeeded).ShouldBe(1);
        (await ViewAsync(portal, "200000001")).History.Count(line => line.Verb == InsuranceUserVerb.Suspend).ShouldBe(1);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S52")]
    public async Task Reason_ThatCannotBeKept_IsRefusedInWords(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.ImportAsync("200000001");
        var shown = await ViewAsync(portal, "200000001");

        (await portal.SendAsync(new SuspendInsuranceUser.Command("200000001", 1, "届\0出"))).Errors.ShouldHaveSingleItem().Field.ShouldBe("Reason");
        (await portal.SendAsync(new CorrectInsuranceUser.Command("200000001", 1, shown.Values, new('長', 501)))).Errors.ShouldHaveSingleItem().Field.ShouldBe("Reason");
        (await portal.SendAsync(new CorrectInsuranceUser.Command("200000001", 1, shown.Values.With(ApplicationFields.Telephone, ""), ""))).Errors
            .Select(error => error.Field).ShouldBe([ApplicationFields.Telephone.Key, "Reason"]);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S53")]
    public async Task LookAtRegisteredData_AndExport_AreInTheAuditTrail(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var user = await portal.ImportAsync("200000001");

        await portal.SendAsync(new ViewInsuranceUser.Query("200000001"));
        await portal.SendAsync(new ExportInsuranceUsers.Query());

        var looks = await portal.AskAsync<IAuditDb, List<AuditEntry>>(db => db.AuditEntries.OrderByDescending(e => e.Id).Take(2).ToListAsync());
        looks.Select(look => (look.Action, look.SubjectId)).ShouldBe([("InsuranceUsersExported", Guid.Empty), ("InsuranceUserViewed", user.Id)], ignoreOrder: true);
    }

    [Fact]
    public async Task History_NamesTheStaff()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.EmployAsync("yamada");
        await portal.ImportAsync("200000001");
        await portal.SendAsync(new SuspendInsuranceUser.Command("200000001", 1, "届出"), "staff:yamada");

        var view = await ViewAsync(portal, "200000001");

        Web.Texts.Actors.Of(view.History[0].By, view.StaffNames).ShouldBe("受付 太郎(yamada)");
        Web.Texts.Actors.Of(view.History[1].By, view.StaffNames).ShouldBe("clerk");
    }

    // What a new field of step 2 would be forgotten in.
    [Theory]
    [InlineData(ApplicationType.HeadOffice)]
    [InlineData(ApplicationType.Branch)]
    public async Task EveryFieldOfTheInsuranceUser_IsRegisteredOnApproval(ApplicationType type)
    {
        await using var portal = await TestPortal.StartAsync();
        var headOffice = await portal.ImportAsync("200000001");
        (ApplicationField, string)[] but = [(ApplicationFields.HeadOfficeCode, headOffice.Code.Value), (ApplicationFields.RegisteredAddressChoice, ApplicationFields.OtherAddress), (ApplicationFields.RegisteredAddress, "東京都港区")];
        var applicationId = await portal.AwaitApprovalAsync(type, but.Where(change => change.Item1.For(type) != Domain.Registration.Requirement.NotAsked).ToArray());
        await portal.ApproveAsync(applicationId);

        var view = await ViewAsync(portal, "100000001");

        var asked = ApplicationFields.For(type).Where(field => field.Group is FieldGroup.Application or FieldGroup.InsuranceUser);
        asked.Where(field => view.Values[field].Length == 0).ShouldBeEmpty();
    }

    private static async Task<ViewInsuranceUser.View> ViewAsync(TestPortal portal, string code) => (await portal.SendAsync(new ViewInsuranceUser.Query(code))).Value;
}
