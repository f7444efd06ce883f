using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;
using static NexiPortal.TestSupport.ServiceSteps;

namespace NexiPortal.Application.Tests.WebUsers;

/// <summary>登録内容の変更: what Web users correct of what is registered of themselves.</summary>
public sealed class OwnDetailsTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Administrator_CorrectsEverythingButTheName_AndBothMailAddressesAreTold(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, session) = await portal.EnterServiceAsync();
        var before = await OfAsync(portal, id);
        var shown = await ShownAsync(portal, session);
        shown.Fields.Select(field => field.Label).ShouldBe(["所属名", "役職名", "電話番号", "メールアドレス", "メールアドレス(確認用)"]);
        shown.Values[ApplicationFields.AdministratorTelephone].ShouldBe(before.Telephone);

        var typed = shown.Values
            .With(ApplicationFields.Department, "経理部").With(ApplicationFields.JobTitle, "").With(ApplicationFields.AdministratorTelephone, "０６（１２３４）５６７８")
            .With(ApplicationFields.MailAddress, "new@example.jp").With(ApplicationFields.MailAddressAgain, "new@example.jp").With(ApplicationFields.AdministratorName, "別の　人");
        (await CorrectAsync(portal, session, typed, by: $"webuser:{id}")).Errors.ShouldBeEmpty();

        (await OfAsync(portal, id)).ShouldBe(new PersonalDetails("経理部", "", before.Name, "06-1234-5678", EmailAddress.Read("new@example.jp")!));
        var mails = (await portal.DeliverAsync()).Where(mail => mail.Subject == "【NEXI】メールアドレスが変更されました").ToList();
        mails.Select(mail => mail.To).Order().ShouldBe(new[] { before.MailAddress.Value, "new@example.jp" }.Order());
        mails.ShouldAllBe(mail => mail.Text.Contains("ご本人", StringComparison.Ordinal));
        (await portal.WhoAsync(session)).Succeeded.ShouldBeTrue();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Applicant_CorrectsTheOwnFields_AndNobodyElses(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (administrator, _) = await portal.EnterServiceAsync();
        var (id, session) = await portal.EnterApplicantAsync(await portal.InsuranceUserOfAsync(administrator));
        var (others, before) = (await OfAsync(portal, administrator), await OfAsync(portal, id));
        var shown = await ShownAsync(portal, session);
        shown.Fields.ShouldBe(ApplicantFields.All.Where(field => field != ApplicantFields.Name));

        (await CorrectAsync(portal, session, shown.Values.With(ApplicantFields.JobTitle, "課長").With(ApplicantFields.Name, "別の　人"))).Errors.ShouldBeEmpty();

        (await OfAsync(portal, id)).ShouldBe(before with { JobTitle = "課長" });
        (await OfAsync(portal, administrator)).ShouldBe(others);
        (await portal.DeliverAsync()).ShouldNotContain(mail => mail.Subject == "【NEXI】メールアドレスが変更されました");
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task WrongPassword_ChangesNothing_AndCountsLikeThoseOfTheLogin(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, session) = await portal.EnterServiceAsync();
        var before = await OfAsync(portal, id);
        var typed = (await ShownAsync(portal, session)).Values.With(ApplicationFields.Department, "経理部");

        for (var i = 0; i < 4; i++) (await CorrectAsync(portal, session, typed, "wrong")).Errors.ShouldHaveSingleItem().Code.ShouldBe(CredentialErrors.CurrentWrong);
        var fifth = (await CorrectAsync(portal, session, typed, "wrong")).Errors.ShouldHaveSingleItem();

        (fifth.Field, fifth.Code).ShouldBe(("Password", CredentialErrors.Paused));
        (await CorrectAsync(portal, session, typed)).Errors.ShouldHaveSingleItem().Code.ShouldBe(CredentialErrors.Paused);
        (await portal.TryLogInAsync(id, Password)).ShouldBeOfType<LogInWebUser.Outcome.Paused>();
        (await OfAsync(portal, id)).ShouldBe(before);
    }

    [Fact]
    public async Task FaultyFields_AndAMissingPassword_AreToldTogether_AndNoPasswordIsTried()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, session) = await portal.EnterServiceAsync();
        var typed = (await ShownAsync(portal, session)).Values
            .With(ApplicationFields.Department, "").With(ApplicationFields.JobTitle, "").With(ApplicationFields.AdministratorTelephone, "123").With(ApplicationFields.MailAddressAgain, "other@example.jp");

        (await CorrectAsync(portal, session, typed, "")).Errors.Select(error => (error.Field, error.Code)).ShouldBe(
        [
            ("department", FieldErrors.DepartmentOrTitle), ("administrator-telephone", FieldErrors.NotTelephone), ("mail-address-again", FieldErrors.MailAddressesDiffer),
            ("Password", CredentialErrors.CurrentRequired),
        ]);
        for (var i = 0; i < 6; i++) (await CorrectAsync(portal, session, typed, "wrong")).Errors.ShouldNotContain(error => error.Field == "Password");
        (await CorrectAsync(portal, session, (await ShownAsync(portal, session)).Values)).Errors.ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task OldPage_IsRefused(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (id, session) = await portal.EnterServiceAsync();
        var shown = await ShownAsync(portal, session);
        (await CorrectAsync(portal, session, shown.Values.With(ApplicationFields.Department, "経理部"))).Errors.ShouldBeEmpty();

        (await CorrectAsync(portal, session, shown.Values.With(ApplicationFields.Department, "営業部"), version: shown.Version)).Errors.ShouldHaveSingleItem().Code.ShouldBe(WebUserErrors.ChangedMeanwhile);

        (await OfAsync(portal, id)).Department.ShouldBe("経理部");
    }

    private static async Task<ShowOwnDetails.View> ShownAsync(TestPortal portal, Guid session) => (await portal.SendAsync(new ShowOwnDetails.Query((await portal.WhoAsync(session)).Value.Id))).Value;

    private static async Task<Result> CorrectAsync(TestPortal portal, Guid session, FieldValues typed, string password = Password, int? version = null, string by = "test")
    {
        var person = (await portal.WhoAsync(session)).Value;
        return await portal.SendAsync(new CorrectOwnDetails.Command(person.Id, version ?? (await ShownAsync(portal, session)).Version, typed, password, Origin), by);
    }

    private static Task<PersonalDetails> OfAsync(TestPortal portal, string id) =>
        portal.AskAsync<IWebUsersDb, PersonalDetails>(async db => (await db.WebUsers.AsNoTracking().SingleAsync(u => u.UserId == WebUserId.Read(id))).Details);
}
