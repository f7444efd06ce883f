using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;
using static NexiPortal.TestSupport.ApplicantSteps;
using static NexiPortal.TestSupport.ServiceSteps;

namespace NexiPortal.Application.Tests.WebUsers;

/// <summary>ユーザー管理: an administrator's applicants, 99 at most, and how they come to a password.</summary>
public sealed class ApplicantTests
{
    private const string Mail = "hanako@example.jp";

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Applicant_IsInvitedByMail_SetsThePassword_AndLogsIn(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (administrator, company) = await EnterAsync(portal);

        var added = await portal.TryAddApplicantAsync(company, by: $"webuser:{administrator}");

        var id = added.Value.Value;
        id.ShouldStartWith("U");
        var mail = (await portal.DeliverAsync())[^1];
        (mail.To, mail.Subject).ShouldBe((Mail, "【NEXI】WebユーザーID(申込者用)が登録されました"));
        mail.Text.ShouldContain(id);
        mail.Text.ShouldContain($"貴社のWebユーザー(管理者)　{administrator}");
        mail.Text.ShouldContain("2026年7月4日(土) 10:00まで");
        (await portal.TryLogInAsync(id, Password)).ShouldBeOfType<LogInWebUser.Outcome.Refused>();
        (await portal.ChooseByLinkAsync(await portal.MailedTokenAsync(Mail))).Value.Value.ShouldBe(id);
        (await portal.DeliverAsync())[^1].Text.ShouldContain("パスワードが設定されました");
        var person = (await portal.WhoAsync(await portal.LogInAsync(id, Password))).Value;
        (person.InsuranceUserId, person.UserId.Role, person.MustChangePassword).ShouldBe((company, WebUserRole.Applicant, false));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S45")]
    public async Task Applicants_AddedAllAtOnce_AreNinetyNine_InNinetyNinePlaces(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (_, company) = await EnterAsync(portal);

        var added = await Task.WhenAll(Enumerable.Range(0, 150).Select(i => Task.Run(() => portal.TryAddApplicantAsync(company, Typed(mailAddress: $"user{i}@example.jp")))));

        added.Count(one => one.Succeeded).ShouldBe(99);
        added.Where(one => !one.Succeeded).Select(one => one.Errors[0].Code).Distinct().ShouldBe([WebUserErrors.ApplicantsFull]);
        var users = await portal.AskAsync<IWebUsersDb, List<WebUser>>(db => db.WebUsers.AsNoTracking().Where(u => u.Role == WebUserRole.Applicant).ToListAsync());
        users.Select(user => user.Slot!.Value).Order().ShouldBe(Enumerable.Range(1, 99));
        users.Select(user => user.UserId).Distinct().Count().ShouldBe(99);
        (await portal.DeliverAsync()).Count(mail => mail.Subject.Contains("申込者用", StringComparison.Ordinal)).ShouldBe(99);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Deleted_LeavesItsPlaceToAnother_AndItsIdToNobody(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (administrator, company) = await EnterAsync(portal);
        var (id, session) = await portal.EnterApplicantAsync(company);

        (await portal.SendAsync(new DeleteApplicant.Command(id, await VersionAsync(portal, id), company), $"webuser:{administrator}")).Errors.ShouldBeEmpty();

        (await portal.WhoAsync(session)).Succeeded.ShouldBeFalse();
        (await portal.TryLogInAsync(id, Password)).ShouldBeOfType<LogInWebUser.Outcome.Refused>();
        (await portal.SendAsync(new ViewApplicant.Query(id, company))).Errors[0].Code.ShouldBe(WebUserErrors.IdUnknown);
        (await portal.SendAsync(new ListApplicants.Query(company, ""))).Value.Registered.ShouldBe(0);
        var mail = (await portal.DeliverAsync())[^1];
        (mail.To, mail.Subject).ShouldBe((Mail, "【NEXI】WebユーザーIDの停止・再開・パスワード初期化のお知らせ"));
        mail.Text.ShouldContain("ご利用を終了しました");
        var next = await portal.AddApplicantAsync(company);
        next.ShouldNotBe(id);
        (await portal.AskAsync<IWebUsersDb, int?>(db => db.WebUsers.Where(u => u.UserId == WebUserId.Read(next)).Select(u => u.Slot).SingleAsync())).ShouldBe(1);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task OneForm_SentTwice_OrTwentyTimesAtOnce_AddsOnce(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (_, company) = await EnterAsync(portal);
        var key = Guid.CreateVersion7();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => portal.TryAddApplicantAsync(company, key: key))));

        answers.Select(answer => answer.Value.Value).Distinct().Count().ShouldBe(1);
        (await portal.SendAsync(new ListApplicants.Query(company, ""))).Value.Registered.ShouldBe(1);
        (await portal.DeliverAsync()).Count(mail => mail.To == Mail).ShouldBe(1);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task OneForm_GoneBackToForAnotherPerson_AddsThatPersonToo(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (_, company) = await EnterAsync(portal);
        var form = Guid.CreateVersion7();
        const string Head = "所属名,氏名,電話番号,メールアドレス\n";
        const string First = "営業部,輸出 次郎,03-1234-5679,jiro@example.jp\n";

        var first = (await portal.TryAddApplicantAsync(company, key: form)).Value;
        var second = (await portal.TryAddApplicantAsync(company, Typed(name: "輸出　三郎", mailAddress: "saburo@example.jp"), form)).Value;
        await AddFileAsync(portal, company, Head + First, form);
        (await AddFileAsync(portal, company, Head + First + "営業部,輸出 四郎,03-1234-5679,shiro@example.jp\n", form)).Errors.ShouldBeEmpty();

        second.ShouldNotBe(first);
        (await portal.SendAsync(new ListApplicants.Query(company, ""))).Value.Rows.Select(row => row.Details.Name).ShouldBe(["貿易　花子", "輸出　三郎", "輸出　次郎", "輸出　四郎"]);
    }

    [Fact]
    public async Task WrongInput_IsNamedByTheApplicantsOwnFields()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, company) = await EnterAsync(portal);

        var refused = await portal.TryAddApplicantAsync(company, Typed(name: "", mailAddress: "hanako@", department: "").With(ApplicantFields.MailAddressAgain, "taro@sample.com"));

        refused.Errors.Select(error => (error.Field, error.Code)).ShouldBe(
        [
            ("applicant-department", FieldErrors.DepartmentOrTitle), ("applicant-name", FieldErrors.Required),
            ("applicant-mail-address", FieldErrors.NotMailAddress), ("applicant-mail-address-again", FieldErrors.MailAddressesDiffer),
        ]);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S40")]
    [Trait("Requirement", "S47")]
    public async Task AnotherCompanysUsers_AndTheAdministrator_AreNotThere(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (administrator, company) = await EnterAsync(portal);
        var (_, other) = await EnterAsync(portal);
        var (id, session) = await portal.EnterApplicantAsync(company);
        var version = await VersionAsync(portal, id);

        foreach (var (meant, within) in new[] { (id, other), (administrator, company), (administrator, other), ("U999999990", company) })
        {
            Result[] answers =
            [
                await portal.SendAsync(new ViewApplicant.Query(meant, within)),
                await portal.SendAsync(new CorrectApplicant.Command(meant, version, within, Typed())),
                await portal.SendAsync(new SuspendWebUser.Command(meant, version, within)),
                await portal.SendAsync(new ResumeWebUser.Command(meant, version, within)),
                await portal.SendAsync(new UnlockWebUser.Command(meant, within)),
                await portal.SendAsync(new ReleaseOneTimePassword.Command(meant, within)),
                await portal.SendAsync(new ResetApplicantPassword.Command(meant, version, within)),
                await portal.SendAsync(new DeleteApplicant.Command(meant, version, within)),
            ];
            foreach (var answer in answers) answer.Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.IdUnknown, meant);
        }

        (await portal.WhoAsync(session)).Succeeded.ShouldBeTrue();
        (await VersionAsync(portal, id)).ShouldBe(version);
        (await portal.SendAsync(new ListApplicants.Query(other, ""))).Value.Registered.ShouldBe(0);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Suspended_IsShutOut_AndBack_AndToldByWhom(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (administrator, company) = await EnterAsync(portal);
        var (id, session) = await portal.EnterApplicantAsync(company);
        var by = $"webuser:{administrator}";

        (await portal.SendAsync(new SuspendWebUser.Command(id, await VersionAsync(portal, id), company), by)).Errors.ShouldBeEmpty();
        (await portal.WhoAsync(session)).Succeeded.ShouldBeFalse();
        (await portal.TryLogInAsync(id, Password)).ShouldBeOfType<LogInWebUser.Outcome.Refused>();
        (await portal.SendAsync(new ResumeWebUser.Command(id, await VersionAsync(portal, id), company), by)).Errors.ShouldBeEmpty();
        await portal.LogInAsync(id, Password);

        var mails = (await portal.DeliverAsync()).Where(mail => mail.Subject.StartsWith("【NEXI】WebユーザーIDの停止", StringComparison.Ordinal)).ToList();
        mails.Select(mail => mail.To).ShouldBe([Mail, Mail]);
        mails.ShouldAllBe(mail => mail.Text.Contains($"貴社のWebユーザー(管理者)　{administrator}", StringComparison.Ordinal));
        var history = (await portal.SendAsync(new ViewApplicant.Query(id, company))).Value.History;
        history.Select(act => act.Action).ShouldBe([nameof(WebUserResumed), nameof(WebUserSuspended), nameof(WebUserPasswordChanged), nameof(WebUserRegistered)]);
        history[0].By.WebUserId.ShouldBe(administrator);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S28")]
    public async Task Reset_EndsPasswordAndSessions_AndTheLinkSetsAnotherOnce(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (administrator, company) = await EnterAsync(portal);
        var (id, session) = await portal.EnterApplicantAsync(company);

        (await portal.SendAsync(new ResetApplicantPassword.Command(id, await VersionAsync(portal, id), company), $"webuser:{administrator}")).Errors.ShouldBeEmpty();

        (await portal.WhoAsync(session)).Succeeded.ShouldBeFalse();
        (await portal.TryLogInAsync(id, Password)).ShouldBeOfType<LogInWebUser.Outcome.Refused>();
        var mail = (await portal.DeliverAsync())[^1];
        mail.Subject.ShouldBe("【NEXI】WebユーザーIDの停止・再開・パスワード初期化のお知らせ");
        mail.Text.ShouldContain("パスワードの初期化");
        var token = await portal.MailedTokenAsync(Mail);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => portal.ChooseByLinkAsync(token, "Zw4$other99"))));
        answers.Count(answer => answer.Succeeded).ShouldBe(1);
        await portal.LogInAsync(id, "Zw4$other99");
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task InvitedAnew_VoidsTheFirstLink(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (_, company) = await EnterAsync(portal);
        var id = await portal.AddApplicantAsync(company);
        var first = await portal.MailedTokenAsync(Mail);

        (await portal.SendAsync(new ResetApplicantPassword.Command(id, await VersionAsync(portal, id), company))).Errors.ShouldBeEmpty();

        (await portal.DeliverAsync())[^1].Subject.ShouldBe("【NEXI】WebユーザーID(申込者用)が登録されました");
        (await portal.ChooseByLinkAsync(first)).Errors[0].Code.ShouldBe(WebUserErrors.PasswordLinkUnusable);
        (await StateOfAsync(portal, first)).ShouldBe(LookUpPasswordLink.State.Ended);
        (await portal.ChooseByLinkAsync(await portal.MailedTokenAsync(Mail))).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task PasswordByLink_BreakingRulesAndTypedDifferently_IsToldAllAtOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, company) = await EnterAsync(portal);
        await portal.AddApplicantAsync(company);

        var refused = await portal.SendAsync(new ChoosePasswordByLink.Command(await portal.MailedTokenAsync(Mail), "kx7mpqw9z", "kx7mpqw9"));

        refused.Errors.Select(error => (error.Field, error.Code)).ShouldBe([("New", CredentialErrors.NoUpperCase), ("New", CredentialErrors.NoSymbol), ("NewAgain", CredentialErrors.NewDiffers)]);
    }

    [Theory]
    [InlineData(-1, LookUpPasswordLink.State.Live)]
    [InlineData(0, LookUpPasswordLink.State.Expired)]
    public async Task Invitation_LastsSeventyTwoHours(int seconds, LookUpPasswordLink.State state)
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, company) = await EnterAsync(portal);
        await portal.AddApplicantAsync(company);
        var token = await portal.MailedTokenAsync(Mail);

        portal.Clock.Advance(TimeSpan.FromHours(72) + TimeSpan.FromSeconds(seconds));

        (await StateOfAsync(portal, token)).ShouldBe(state);
        (await portal.ChooseByLinkAsync(token)).Succeeded.ShouldBe(state == LookUpPasswordLink.State.Live);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Forgotten_ApplicantGetsALinkForAnHour_ThreeAtMost_AndThePasswordStaysUntilThen(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (_, company) = await EnterAsync(portal);
        var (id, session) = await portal.EnterApplicantAsync(company);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => ForgetAsync(portal, id.ToLowerInvariant(), " Hanako@example.jp"))));

        answers.ShouldAllBe(answer => answer.Succeeded);
        (await portal.DeliverAsync()).Count(mail => mail.Text.Contains("お忘れ", StringComparison.Ordinal)).ShouldBe(3);
        (await portal.WhoAsync(session)).Succeeded.ShouldBeTrue();
        var token = await portal.MailedTokenAsync(Mail);
        portal.Clock.Advance(TimeSpan.FromMinutes(59));
        (await portal.ChooseByLinkAsync(token, Password)).Errors.ShouldHaveSingleItem().Code.ShouldBe(CredentialErrors.SameAsCurrent);
        (await portal.ChooseByLinkAsync(token, "Zw4$other99")).Errors.ShouldBeEmpty();
        (await portal.WhoAsync(session)).Succeeded.ShouldBeFalse();
        (await portal.DeliverAsync())[^1].Subject.ShouldBe("【NEXI】パスワードが変更されました");

        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        await ForgetAsync(portal, id, Mail);
        var late = await portal.MailedTokenAsync(Mail);
        portal.Clock.Advance(TimeSpan.FromMinutes(60));
        (await StateOfAsync(portal, late)).ShouldBe(LookUpPasswordLink.State.Expired);
    }

    [Fact]
    public async Task Forgotten_AnswersAlike_AndMailsNobodyElse()
    {
        await using var portal = await TestPortal.StartAsync();
        var (administrator, company) = await EnterAsync(portal);
        var (id, _) = await portal.EnterApplicantAsync(company);
        var suspended = await portal.AddApplicantAsync(company, "suspended@example.jp");
        await portal.ChangeUserAsync(suspended, user => user.Suspend(portal.Clock.Now()));
        var own = await portal.AskAsync<IWebUsersDb, string>(async db => (await db.WebUsers.SingleAsync(u => u.UserId == WebUserId.Read(administrator))).Details.MailAddress.Value);
        var before = (await portal.DeliverAsync()).Count;

        foreach (var (typed, mail) in new[] { (administrator, own), (id, "other@example.jp"), ("U999999990", Mail), ("nobody", Mail), (suspended, "suspended@example.jp") })
            (await ForgetAsync(portal, typed, mail)).Succeeded.ShouldBeTrue(typed);

        (await portal.DeliverAsync()).Count.ShouldBe(before);
        (await ForgetAsync(portal, "", "x")).Errors.Select(error => error.Code).ShouldBe([WebUserErrors.IdRequired, WebUserErrors.MailAddressInvalid]);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Corrected_TellsBothMailAddresses_AndIsRefusedFromAnOldPage(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (administrator, company) = await EnterAsync(portal);
        var (id, _) = await portal.EnterApplicantAsync(company);
        var version = await VersionAsync(portal, id);

        (await portal.SendAsync(new CorrectApplicant.Command(id, version, company, Typed(name: "貿易　花江", mailAddress: "hanae@example.jp")), $"webuser:{administrator}")).Errors.ShouldBeEmpty();

        (await portal.DeliverAsync()).Where(mail => mail.Subject == "【NEXI】メールアドレスが変更されました").Select(mail => mail.To).Order().ShouldBe(["hanae@example.jp", Mail]);
        (await portal.SendAsync(new ViewApplicant.Query(id, company))).Value.Details.Name.ShouldBe("貿易　花江");
        (await portal.SendAsync(new CorrectApplicant.Command(id, version, company, Typed()))).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.ChangedMeanwhile);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task MailAddressCorrected_EndsWhatWasMailedToTheWrongOne_AndInvitesAtTheRightOne(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (_, company) = await EnterAsync(portal);
        var id = await portal.AddApplicantAsync(company, "stranger@example.jp");
        var strangers = await portal.MailedTokenAsync("stranger@example.jp");

        (await portal.SendAsync(new CorrectApplicant.Command(id, await VersionAsync(portal, id), company, Typed()))).Errors.ShouldBeEmpty();

        (await portal.ChooseByLinkAsync(strangers)).Errors[0].Code.ShouldBe(WebUserErrors.PasswordLinkUnusable);
        (await portal.ChooseByLinkAsync(await portal.MailedTokenAsync(Mail))).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task ResumedBeforeTheFirstPassword_IsInvitedAnew()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, company) = await EnterAsync(portal);
        var id = await portal.AddApplicantAsync(company);
        var first = await portal.MailedTokenAsync(Mail);
        (await portal.SendAsync(new SuspendWebUser.Command(id, await VersionAsync(portal, id), company))).Errors.ShouldBeEmpty();

        (await portal.SendAsync(new ResumeWebUser.Command(id, await VersionAsync(portal, id), company))).Errors.ShouldBeEmpty();

        (await portal.ChooseByLinkAsync(first)).Succeeded.ShouldBeFalse();
        (await portal.ChooseByLinkAsync(await portal.MailedTokenAsync(Mail))).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task DeletedTwice_IsDoneOnce()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, company) = await EnterAsync(portal);
        var delete = new DeleteApplicant.Command(await portal.AddApplicantAsync(company), 1, company);
        delete = delete with { Version = await VersionAsync(portal, delete.UserId) };

        (await portal.SendAsync(delete)).Errors.ShouldBeEmpty();
        (await portal.SendAsync(delete)).Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task List_FindsByAnyPart_InAnyWidth()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, company) = await EnterAsync(portal);
        var (id, _) = await portal.EnterApplicantAsync(company);
        await portal.TryAddApplicantAsync(company, Typed(name: "輸出　次郎", mailAddress: "jiro@example.jp", department: "", jobTitle: "課長"));

        foreach (var (sought, found) in new[] { ("", 2), ("花子", 1), ("貿易 花", 1), ("ＨＡＮＡＫＯ@", 1), (id[..9].ToLowerInvariant(), 1), ("課長", 1), ("海外営業", 1), ("だれか", 0) })
            (await portal.SendAsync(new ListApplicants.Query(company, sought))).Value.Rows.Count.ShouldBe(found, sought);
        var rows = (await portal.SendAsync(new ListApplicants.Query(company, ""))).Value.Rows;
        rows.Select(row => (row.HasPassword, row.LastLogIn)).ShouldBe([(true, TestPortal.Start), (false, null)]);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task File_AddsAllOfThem_OnceHoweverOftenItIsSent(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (_, company) = await EnterAsync(portal);
        var key = Guid.CreateVersion7();
        var file = "氏名,所属名,役職名,電話番号,メールアドレス\n貿易 花子,海外営業部,,03-1234-5679,hanako@example.jp\n輸出 次郎,,課長,0312345678,jiro@example.jp\n";

        (await AddFileAsync(portal, company, file, key)).Value.Added.ShouldBe(2);
        (await AddFileAsync(portal, company, file, key)).Value.Added.ShouldBe(2);

        (await portal.SendAsync(new ListApplicants.Query(company, ""))).Value.Rows.Select(row => row.Details.Name).ShouldBe(["貿易　花子", "輸出　次郎"]);
        (await portal.DeliverAsync()).Count(mail => mail.Subject.Contains("申込者用", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task File_WithFaults_AddsNobody_AndNamesEachRow()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, company) = await EnterAsync(portal);

        var answer = (await AddFileAsync(portal, company,
            "所属名,役職名,氏名,電話番号,メールアドレス\n,,貿易 花子,03-1234-5679,hanako@example.jp\n営業部,,,03-1234-5679,x\n営業部,,輸出 次郎,03-1234-5679,jiro@example.jp\n営業部,,輸出 次郎,03-1234-5679,jiro@example.jp\n")).Value;

        answer.Added.ShouldBe(0);
        answer.Faults.Select(fault => (fault.Row, fault.Error.Field, fault.Error.Code)).ShouldBe(
        [
            (2, "applicant-department", FieldErrors.DepartmentOrTitle), (3, "applicant-name", FieldErrors.Required), (3, "applicant-mail-address", FieldErrors.NotMailAddress), (5, null, WebUserErrors.ApplicantTwice),
        ]);
        (await portal.SendAsync(new ListApplicants.Query(company, ""))).Value.Registered.ShouldBe(0);
    }

    [Fact]
    public async Task File_WithMoreThanThereArePlaces_AddsNobody()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, company) = await EnterAsync(portal);
        await portal.AddApplicantAsync(company);
        var file = "所属名,氏名,電話番号,メールアドレス\n" + string.Concat(Enumerable.Range(0, 99).Select(i => $"営業部,輸出 次郎,03-1234-5679,user{i}@example.jp\n"));

        var refused = (await AddFileAsync(portal, company, file)).Errors.ShouldHaveSingleItem();

        (refused.Field, refused.Code).ShouldBe(("File", WebUserErrors.ApplicantsTooMany));
        refused.Arguments.ShouldBe([99, 98]);
        (await AddFileAsync(portal, company, "氏名\n")).Value.Faults.Select(fault => fault.Error.Code).Distinct().ShouldBe([ImportErrors.ColumnMissing]);
        (await AddFileAsync(portal, company, "所属名,氏名,電話番号,メールアドレス\n")).Errors.ShouldHaveSingleItem().Code.ShouldBe(ImportErrors.FileEmpty);
        (await portal.SendAsync(new ListApplicants.Query(company, ""))).Value.Registered.ShouldBe(1);
    }

    [Fact]
    public async Task Links_AreForgottenAMonthAfterTheirEnd()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, company) = await EnterAsync(portal);
        await portal.AddApplicantAsync(company);

        portal.Clock.Advance(TimeSpan.FromDays(32));
        (await portal.SendAsync(new ForgetPastLinks.Command())).Value.ShouldBe(0);
        portal.Clock.Advance(TimeSpan.FromDays(2));
        (await portal.SendAsync(new ForgetPastLinks.Command())).Value.ShouldBe(1);
    }

    private static async Task<(string Administrator, Guid Company)> EnterAsync(TestPortal portal)
    {
        var (id, _) = await portal.EnterServiceAsync();
        return (id, await portal.InsuranceUserOfAsync(id));
    }

    private static Task<int> VersionAsync(TestPortal portal, string id) => portal.AskAsync<IWebUsersDb, int>(db => db.WebUsers.Where(u => u.UserId == WebUserId.Read(id)).Select(u => u.Version).SingleAsync());

    private static async Task<LookUpPasswordLink.State> StateOfAsync(TestPortal portal, string token) => (await portal.SendAsync(new LookUpPasswordLink.Query(token))).Value.State;

    private static Task<Result> ForgetAsync(TestPortal portal, string id, string mailAddress) => portal.SendAsync(new RequestPasswordLink.Command(id, mailAddress), by: "visitor");

    private static async Task<Result<AddApplicants.Outcome>> AddFileAsync(TestPortal portal, Guid company, string text, Guid? key = null)
    {
        using var file = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        return await portal.SendAsync(new AddApplicants.Command(key ?? Guid.CreateVersion7(), company, file));
    }
}
