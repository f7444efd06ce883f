using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.InsuranceUsers;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;
using static NexiPortal.Domain.Registration.ApplicationFields;

namespace NexiPortal.Application.Tests.WebUsers;

/// <summary>申込の状況 (⑰): where an insurance user's own cases stand, for its administrator.</summary>
public sealed class OwnCasesTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S40")]
    public async Task Administrator_SeesTheCasesOfTheOwnCode_TheLatestFirst_AndNobodyElses(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var headOffice = await portal.RegisterHeadOfficeAsync();
        var other = await portal.RegisterHeadOfficeAsync((CompanyName, "株式会社別会社"));
        portal.Clock.Advance(TimeSpan.FromDays(1));
        // A branch under the head office: a case of its own, approved or not; and one who names another's code.
        var branch = await RegisterBranchAsync(portal, headOffice);
        await portal.AwaitApprovalAsync(ApplicationType.Branch, (HeadOfficeCode, headOffice.Code.Value), (BranchName, "名古屋支店"));
        await portal.AwaitApprovalAsync(ApplicationType.WebUser, (ApplicationFields.InsuranceUserCode, other.Code.Value));
        portal.Clock.Advance(TimeSpan.FromDays(1));
        var (pending, _, _) = await portal.FileAsync("pending@sample.com", ApplicationType.WebUser, (ApplicationFields.InsuranceUserCode, headOffice.Code.Value));

        var cases = await CasesAsync(portal, headOffice);

        cases.Select(one => (one.Type, one.State, one.SubmittedAt, one.ChangedAt)).ShouldBe(
        [
            (ApplicationType.WebUser, ApplicationState.AwaitingPaper, TestPortal.Start.AddDays(2), TestPortal.Start.AddDays(2)),
            (ApplicationType.HeadOffice, ApplicationState.Approved, TestPortal.Start, TestPortal.Start),
        ]);
        cases[0].Number.ShouldBe(pending);
        (await CasesAsync(portal, branch)).Select(one => (one.Type, one.State)).ShouldBe([(ApplicationType.Branch, ApplicationState.Approved)]);
        (await CasesAsync(portal, other)).Select(one => one.Type).ShouldBe([ApplicationType.WebUser, ApplicationType.HeadOffice]);

        // Its deadline goes by, whether or not that was told.
        portal.Clock.Advance(TimeSpan.FromDays(120));
        var expired = (await CasesAsync(portal, headOffice))[0];
        (expired.State, JapanTime.DateAt(expired.ChangedAt)).ShouldBe((ApplicationState.Expired, new DateOnly(2026, 10, 1)));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task InsuranceUserOfOld_HasTheCaseOfItsAdministrator_AlsoAfterAnotherTookThePlace(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var old = await portal.ImportAsync("987654321");
        (await portal.ApproveAsync(await portal.AwaitApprovalAsync(ApplicationType.WebUser))).Errors.ShouldBeEmpty();
        (await CasesAsync(portal, old)).ShouldHaveSingleItem().State.ShouldBe(ApplicationState.Approved);

        (await portal.SendAsync(new ChangeAdministrator.Command((await portal.AdministratorAsync(old.Id)).UserId.Value, Entries.Complete(ApplicationType.WebUser)))).Errors.ShouldBeEmpty();

        (await CasesAsync(portal, old)).ShouldHaveSingleItem().Type.ShouldBe(ApplicationType.WebUser);
    }

    [Fact]
    public async Task Applicant_SeesNoCases()
    {
        await using var portal = await TestPortal.StartAsync();
        var (administrator, _) = await portal.EnterServiceAsync();
        var (_, session) = await portal.EnterApplicantAsync(await portal.InsuranceUserOfAsync(administrator));

        (await portal.SendAsync(new ShowServiceHome.Query((await portal.WhoAsync(session)).Value.Id))).Value.Cases.ShouldBeNull();
    }

    private static async Task<InsuranceUser> RegisterBranchAsync(TestPortal portal, InsuranceUser headOffice)
    {
        (await portal.ApproveAsync(await portal.AwaitApprovalAsync(ApplicationType.Branch, (HeadOfficeCode, headOffice.Code.Value)))).Errors.ShouldBeEmpty();
        return await portal.AskAsync<IInsuranceUsersDb, InsuranceUser>(db => db.InsuranceUsers.SingleAsync(u => u.HeadOfficeCode == headOffice.Code));
    }

    // What the home of its administrator shows, whose letter is printed first.
    private static async Task<IReadOnlyList<OwnCase>> CasesAsync(TestPortal portal, InsuranceUser insuranceUser)
    {
        var administrator = await portal.AdministratorAsync(insuranceUser.Id);
        if (administrator.Credential is null) await portal.PrintAsync(await portal.NoticeNumberAsync(administrator));
        return (await portal.SendAsync(new ShowServiceHome.Query(administrator.Id))).Value.Cases!;
    }
}
