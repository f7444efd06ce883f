using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Application.Registration;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.WebUsers;

/// <summary>Staff change, suspend and write to administrators.</summary>
public sealed class AdministratorTests
{
    private static readonly FieldValues Successor = FieldValues.From(
    [
        new(ApplicationFields.Department.Key, "ｷｶｸ部"),
        new(ApplicationFields.AdministratorName.Key, "後任 三郎"),
        new(ApplicationFields.AdministratorTelephone.Key, "03-1111-2222"),
        new(ApplicationFields.MailAddress.Key, "saburo@example.jp"),
        new(ApplicationFields.MailAddressAgain.Key, "saburo@example.jp"),
        new(ApplicationFields.OneTimePassword.Key, ApplicationFields.Wished),
    ]);

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Successor_GetsAnIdAndALetterOfTheirOwn_AndTheOldIdEnds(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var user = await portal.RegisterHeadOfficeAsync();
        var leaving = await portal.AdministratorAsync(user.Id);

        var id = (await portal.SendAsync(new ChangeAdministrator.Command(leaving.UserId.Value, Successor))).Value;

        id.ShouldBe(WebUserId.Of(WebUserRole.Administrator, 2));
        var successor = await portal.AdministratorAsync(user.Id);
        successor.UserId.ShouldBe(id);
        successor.Details.ShouldBe(new PersonalDetails("キカク部", "", "後任　三郎", "03-1111-2222", EmailAddress.Read("saburo@example.jp")!));
        successor.WishesOneTimePassword.ShouldBeTrue();
        var old = (await portal.NoticesAsync(leaving)).ShouldHaveSingleItem();
        old.State.ShouldBe(NoticeState.Void);
        var letter = (await portal.NoticesAsync(successor)).ShouldHaveSingleItem();
        (letter.State, letter.ApplicationId, letter.Address).ShouldBe((NoticeState.ToPrint, old.ApplicationId, user.LetterAddress));

        (await portal.SendAsync(new ChangeAdministrator.Command(leaving.UserId.Value, Successor))).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.Ended);
        var shown = (await portal.SendAsync(new ViewInsuranceUser.Query(user.Code.Value))).Value.WebUsers;
        shown.Select(webUser => (webUser.UserId, webUser.State)).ShouldBe([(id, WebUserState.Active), (leaving.UserId, WebUserState.Ended)]);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Successor_EndsTheOldSessions_IsShownToTheApplicants_WhoGoOn(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (leaving, session) = await portal.EnterServiceAsync();
        var company = await portal.InsuranceUserOfAsync(leaving);
        var (_, applicant) = await portal.EnterApplicantAsync(company);

        var successor = (await portal.SendAsync(new ChangeAdministrator.Command(leaving, Successor), "staff:clerk")).Value;

        (await portal.WhoAsync(session)).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.SessionEnded);
        (await portal.TryLogInAsync(leaving, ServiceSteps.Password)).ShouldBeOfType<LogInWebUser.Outcome.Refused>();
        var mail = (await portal.DeliverAsync()).Last(sent => sent.Subject == "【NEXI】WebユーザーIDの停止・再開・パスワード初期化のお知らせ");
        mail.Text.ShouldContain(leaving);
        mail.Text.ShouldContain("ご利用の終了");
        mail.Text.ShouldContain("株式会社日本貿易保険");
        mail.Text.ShouldNotContain(successor.Value);
        var person = (await portal.WhoAsync(applicant)).Value;
        (await portal.SendAsync(new ShowServiceHome.Query(person.Id))).Value.Administrator!.Name.ShouldBe("後任　三郎");
        (await portal.SendAsync(new ListApplicants.Query(company, ""))).Value.Registered.ShouldBe(1);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task SuccessorsAtOnce_MakeOneAdministrator(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var user = await portal.RegisterHeadOfficeAsync();
        var leaving = await portal.AdministratorAsync(user.Id);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => portal.SendAsync(new ChangeAdministrator.Command(leaving.UserId.Value, Successor)))));

        answers.Count(answer => answer.Succeeded).ShouldBe(1);
        answers.Where(answer => !answer.Succeeded).ShouldAllBe(answer => answer.Errors[0].Code == WebUserErrors.Ended);
        await portal.AdministratorAsync(user.Id);
    }

    [Fact]
    public async Task Successor_IsHeldToTheRulesOfStepTwo()
    {
        await using var portal = await TestPortal.StartAsync();
        var leaving = await portal.AdministratorAsync((await portal.RegisterHeadOfficeAsync()).Id);
        var typed = Successor.With(ApplicationFields.Department, "").With(ApplicationFields.MailAddressAgain, "other@example.jp");

        var refused = await portal.SendAsync(new ChangeAdministrator.Command(leaving.UserId.Value, typed));

        refused.Errors.Select(error => (error.Field, error.Code)).ShouldBe(
        [
            (ApplicationFields.Department.Key, FieldErrors.DepartmentOrTitle),
            (ApplicationFields.MailAddressAgain.Key, FieldErrors.MailAddressesDiffer),
        ]);
        (await portal.AdministratorAsync(leaving.InsuranceUserId)).UserId.ShouldBe(leaving.UserId);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S19")]
    public async Task Reissue_PutsAnotherLetterInThePlaceOfTheLast(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var administrator = await portal.AdministratorAsync((await portal.RegisterHeadOfficeAsync()).Id);

        (await portal.SendAsync(new ReissueNotice.Command(administrator.UserId.Value, 1, 1))).Succeeded.ShouldBeTrue();
        (await portal.SendAsync(new ReissueNotice.Command("ａ-0000-0001-1", 2, 1))).Succeeded.ShouldBeTrue();

        var letters = await portal.NoticesAsync(administrator);
        letters.Select(letter => letter.State).ShouldBe([NoticeState.Void, NoticeState.Void, NoticeState.ToPrint]);
        letters.Select(letter => letter.ApplicationId).Distinct().ShouldHaveSingleItem().ShouldNotBeNull();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S19")]
    public async Task ReissuesAtOnce_MakeOneLetter_AndTheOthersAreTold(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var applicationId = await portal.AwaitApprovalAsync();
        await portal.ApproveAsync(applicationId);
        await portal.PrintNoticeAsync(applicationId);
        // A letter that has gone out is not changed by a reissue: only the index holds two of them apart.
        await OnCaseAsync(portal, applicationId, application => application.RegisterDispatch(new(2026, 7, 1), "", new("staff:clerk"), TestPortal.Start));

        var (issue, version) = await LastAsync(portal, "100000001");

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => portal.SendAsync(new ReissueNotice.Command("A000000011", issue, version)))));

        answers.Count(answer => answer.Succeeded).ShouldBe(1);
        answers.Where(answer => !answer.Succeeded).ShouldAllBe(answer => answer.Errors[0].Code == WebUserErrors.NoticeChangedMeanwhile);
        var letters = await portal.AskAsync<IWebUsersDb, List<RegistrationNotice>>(db => db.Notices.OrderBy(n => n.Issue).ToListAsync());
        letters.Select(letter => letter.State).ShouldBe([NoticeState.Dispatched, NoticeState.ToPrint]);
        letters[^1].ApplicationId.ShouldBeNull();
    }

    [Fact]
    [Trait("Requirement", "S19")]
    public async Task Reissue_OfALetterPrintedSinceThePageWasShown_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        var applicationId = await portal.AwaitApprovalAsync();
        await portal.ApproveAsync(applicationId);
        var (issue, version) = await LastAsync(portal, "100000001");
        await portal.PrintNoticeAsync(applicationId);

        (await portal.SendAsync(new ReissueNotice.Command("A000000011", issue, version))).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NoticeChangedMeanwhile);

        var again = await LastAsync(portal, "100000001");
        (await portal.SendAsync(new ReissueNotice.Command("A000000011", again.Issue, again.Version))).Succeeded.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task SuspendedInsuranceUser_GetsNeitherAnotherAdministratorNorALetter(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var user = await portal.RegisterHeadOfficeAsync();
        var id = (await portal.AdministratorAsync(user.Id)).UserId.Value;
        await portal.SendAsync(new SuspendInsuranceUser.Command(user.Code.Value, user.Version, "届出"));

        (await portal.SendAsync(new ChangeAdministrator.Command(id, Successor))).Errors.ShouldHaveSingleItem().Code.ShouldBe(InsuranceUserErrors.Suspended);
        (await portal.SendAsync(new ReissueNotice.Command(id, 1, 1))).Errors.ShouldHaveSingleItem().Code.ShouldBe(InsuranceUserErrors.Suspended);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Letter_OfACase_IsDispatchedWithIt_AndReissuedWhenItComesBack(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var applicationId = await portal.AwaitApprovalAsync();
        await portal.ApproveAsync(applicationId);

        (await OnCaseAsync(portal, applicationId, application => application.RegisterDispatch(new(2026, 7, 1), "", new("staff:clerk"), TestPortal.Start)))
            .Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NoticeNotPrinted);
        await portal.PrintNoticeAsync(applicationId);
        (await OnCaseAsync(portal, applicationId, application => application.RegisterDispatch(new(2026, 7, 1), "", new("staff:clerk"), TestPortal.Start))).Succeeded.ShouldBeTrue();
        (await OnCaseAsync(portal, applicationId, application => application.RegisterReturn("宛所不明", new("staff:clerk"), TestPortal.Start))).Succeeded.ShouldBeTrue();

        var letters = await portal.AskAsync<IWebUsersDb, List<RegistrationNotice>>(db => db.Notices.OrderBy(n => n.Issue).ToListAsync());
        letters.Select(letter => (letter.State, letter.ApplicationId)).ShouldBe([(NoticeState.Returned, applicationId), (NoticeState.ToPrint, applicationId)]);
        letters[0].SentOn.ShouldBe(new DateOnly(2026, 7, 1));

        await portal.PrintNoticeAsync(applicationId);
        (await OnCaseAsync(portal, applicationId, application => application.RegisterDispatch(new(2026, 7, 1), "", new("staff:clerk"), TestPortal.Start))).Succeeded.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task ReturnedLetter_OfOneWhoWasReplacedSince_IsFollowedByTheSuccessors(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var applicationId = await portal.AwaitApprovalAsync();
        await portal.ApproveAsync(applicationId);
        await portal.PrintNoticeAsync(applicationId);
        await OnCaseAsync(portal, applicationId, application => application.RegisterDispatch(new(2026, 7, 1), "", new("staff:clerk"), TestPortal.Start));
        await portal.SendAsync(new ChangeAdministrator.Command("A000000011", Successor));

        (await OnCaseAsync(portal, applicationId, application => application.RegisterReturn("宛所不明", new("staff:clerk"), TestPortal.Start))).Succeeded.ShouldBeTrue();

        (await portal.PrintNoticeAsync(applicationId)).Succeeded.ShouldBeTrue();
        var user = await portal.AskAsync<IInsuranceUsersDb, InsuranceUser>(db => db.InsuranceUsers.SingleAsync());
        var letters = await portal.NoticesAsync(await portal.AdministratorAsync(user.Id));
        letters.Select(letter => (letter.State, letter.ApplicationId)).ShouldBe([(NoticeState.Void, null), (NoticeState.ToDispatch, applicationId)]);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Letter_PrintedBeforeAMoveWasRegistered_IsPrintedAnewToTheNewAddress(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var applicationId = await portal.AwaitApprovalAsync();
        await portal.ApproveAsync(applicationId);
        await portal.PrintNoticeAsync(applicationId);
        var shown = (await portal.SendAsync(new ViewInsuranceUser.Query("100000001"))).Value;

        (await portal.SendAsync(new CorrectInsuranceUser.Command("100000001", shown.Version, shown.Values.With(ApplicationFields.Address, "東京都港区"), "移転"))).Succeeded.ShouldBeTrue();

        var letter = await portal.AskAsync<IWebUsersDb, RegistrationNotice>(db => db.Notices.SingleAsync());
        (letter.State, letter.Address.Address).ShouldBe((NoticeState.ToPrint, "東京都港区"));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task SuspendedAdministrator_GetsNoLetter_UntilResumed(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var id = (await portal.AdministratorAsync((await portal.RegisterHeadOfficeAsync()).Id)).UserId.Value;

        (await portal.SendAsync(new SuspendWebUser.Command(id, 1, null))).Succeeded.ShouldBeTrue();
        (await portal.SendAsync(new ReissueNotice.Command(id, 1, 1))).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NotActive);
        (await portal.SendAsync(new SuspendWebUser.Command(id, 2, null))).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.NotActive);
        (await portal.SendAsync(new ResumeWebUser.Command(id, 2, null))).Succeeded.ShouldBeTrue();
        (await portal.SendAsync(new ReissueNotice.Command(id, 1, 1))).Succeeded.ShouldBeTrue();
        (await portal.SendAsync(new SuspendWebUser.Command("A000000029", 1, null))).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.IdUnknown);
    }

    [Fact]
    public async Task SuspensionOfAnotherDay_IsNotLiftedFromAPageThatShowedAnEarlierOne()
    {
        await using var portal = await TestPortal.StartAsync();
        var id = (await portal.AdministratorAsync((await portal.RegisterHeadOfficeAsync()).Id)).UserId.Value;
        await portal.SendAsync(new SuspendWebUser.Command(id, 1, null));
        await portal.SendAsync(new ResumeWebUser.Command(id, 2, null));
        await portal.SendAsync(new SuspendWebUser.Command(id, 3, null));

        (await portal.SendAsync(new ResumeWebUser.Command(id, 2, null))).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.ChangedMeanwhile);
    }

    private static async Task<(int Issue, int Version)> LastAsync(TestPortal portal, string code)
    {
        var last = (await portal.SendAsync(new ViewInsuranceUser.Query(code))).Value.Administrator!.Letters[0];
        return (last.Issue, last.Version);
    }

    private static Task<Result> OnCaseAsync(TestPortal portal, Guid applicationId, Func<RegistrationApplication, Result> verb) =>
        portal.AskAsync<IRegistrationDb, Result>(async db =>
        {
            var done = verb(await db.Applications.SingleAsync(a => a.Id == applicationId));
            return done.Succeeded ? await db.SaveAsync(CancellationToken.None) : done;
        });
}
