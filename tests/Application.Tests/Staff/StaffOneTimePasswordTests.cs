using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Common;
using NexiPortal.Application.Staff;
using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Staff;

/// <summary>ワンタイムパスワード of staff: the same as a Web user's, by an app only; a setting can require it.</summary>
public sealed class StaffOneTimePasswordTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S25")]
    public async Task App_IsAskedAtEverySignIn_AndEachCodeIsTakenOnce(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var clerk = await portal.EmployAsync("clerk");
        var (key, sheet) = await SetUpAsync(portal, clerk.MemberId);

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var halfways = new List<Guid>();
        for (var i = 0; i < 20; i++) halfways.Add(await AskedAsync(portal));
        var code = Authenticator.Show(key, portal.Clock.Now());
        var outcomes = await Task.WhenAll(halfways.Select(halfway => Task.Run(() => EnterAsync(portal, halfway, code, Guid.NewGuid().ToString()))));

        var session = outcomes.OfType<CodeOutcome.LoggedIn>().ShouldHaveSingleItem().SessionId;
        (await portal.SendAsync(new CheckStaffSession.Query(session))).Value.StaffId.Value.ShouldBe("clerk");
        (await EnterAsync(portal, await AskedAsync(portal), sheet.Codes[0])).ShouldBeOfType<CodeOutcome.LoggedIn>();
        (await EnterAsync(portal, await AskedAsync(portal), sheet.Codes[0])).ShouldBeOfType<CodeOutcome.Wrong>();
    }

    [Fact]
    public async Task FiveWrongCodes_EndTheSignIn_AndPauseCodes_ButNeverThePassword()
    {
        await using var portal = await TestPortal.StartAsync();
        var clerk = await portal.EmployAsync("clerk");
        await SetUpAsync(portal, clerk.MemberId);
        var halfway = await AskedAsync(portal);

        for (var i = 0; i < 4; i++) (await EnterAsync(portal, halfway, "000000x")).ShouldBeOfType<CodeOutcome.Wrong>();
        (await EnterAsync(portal, halfway, "000000x")).ShouldBeOfType<CodeOutcome.Paused>();

        (await EnterAsync(portal, halfway, "000000x")).ShouldBeOfType<CodeOutcome.Over>();
        (await portal.TrySignInAsync("clerk", StaffSteps.Password)).ShouldBeOfType<SignInStaff.Outcome.CodeAsked>();
    }

    [Fact]
    public async Task Mail_IsNoWayForStaff()
    {
        await using var portal = await TestPortal.StartAsync();
        var clerk = await portal.EmployAsync("clerk");

        (await portal.SendAsync(new PrepareOneTimePassword.Command(clerk.MemberId, CodeMethod.Mail, "", StaffSteps.Origin))).Errors.ShouldHaveSingleItem().Code.ShouldBe(OneTimePasswordErrors.MethodRequired);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task LostPhone_IsReleasedByAnotherSupervisor_NotByOneself(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var supervisor = await portal.EmployAsync("supervisor", StaffRoles.Supervisor);
        var clerk = await portal.EmployAsync("clerk");
        await SetUpAsync(portal, clerk.MemberId);
        await SetUpAsync(portal, supervisor.MemberId);

        (await ReleaseAsync(supervisor, "supervisor")).Errors.ShouldHaveSingleItem().Code.ShouldBe(StaffErrors.OwnAccess);
        (await ReleaseAsync(clerk, "supervisor")).Errors.ShouldHaveSingleItem().Code.ShouldBe(StaffErrors.NotSupervisor);
        (await ReleaseAsync(supervisor, "clerk")).Errors.ShouldBeEmpty();
        (await ReleaseAsync(supervisor, "clerk")).Errors.ShouldHaveSingleItem().Code.ShouldBe(OneTimePasswordErrors.NotInUse);

        await portal.SignInAsync("clerk");
        (await portal.TrySignInAsync("supervisor", StaffSteps.Password)).ShouldBeOfType<SignInStaff.Outcome.CodeAsked>();

        async Task<Result> ReleaseAsync(CheckStaffSession.Person by, string id) =>
            await portal.SendAsync(new ReleaseStaffOneTimePassword.Command(by.MemberId, id, await portal.StaffVersionAsync(id)));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S43")]
    public async Task WhereRequired_ASessionMayDoNothingElseBeforeItIsSetUp(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database, change: services => services.AddSingleton(new CredentialPolicy { StaffMustHaveOneTimePassword = true }));
        var clerk = await portal.EmployAsync("clerk");
        clerk.MustSetUpOneTimePassword.ShouldBeTrue();
        var session = await portal.SignInAsync("clerk");

        await SetUpAsync(portal, clerk.MemberId);

        (await portal.SendAsync(new CheckStaffSession.Query(session))).Value.MustSetUpOneTimePassword.ShouldBeFalse();
    }

    [Fact]
    public async Task SuspendedMeanwhile_OrAWebUsersLogin_OpensNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var supervisor = await portal.EmployAsync("supervisor", StaffRoles.Supervisor);
        var clerk = await portal.EmployAsync("clerk");
        var (key, _) = await SetUpAsync(portal, clerk.MemberId);
        var halfway = await AskedAsync(portal);
        (await portal.SendAsync(new EnterOneTimePassword.Command(halfway, "123456", StaffSteps.Origin, "Chrome"))).Value.ShouldBeOfType<CodeOutcome.Over>();

        (await portal.SendAsync(new SuspendStaffMember.Command(supervisor.MemberId, "clerk", await portal.StaffVersionAsync("clerk")))).Errors.ShouldBeEmpty();

        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        (await EnterAsync(portal, halfway, Authenticator.Show(key, portal.Clock.Now()))).ShouldBeOfType<CodeOutcome.Over>();
    }

    private static async Task<(string Key, RecoveryCodeSheet Sheet)> SetUpAsync(TestPortal portal, Guid member)
    {
        (await portal.SendAsync(new PrepareOneTimePassword.Command(member, CodeMethod.App, "", StaffSteps.Origin))).Errors.ShouldBeEmpty();
        var key = (await portal.SendAsync(new ShowOneTimePassword.Query(member))).Value.App!.Key;
        return (key, (await portal.SendAsync(new ConfirmOneTimePassword.Command(member, Authenticator.Show(key, portal.Clock.Now()), StaffSteps.Origin))).Value);
    }

    private static async Task<Guid> AskedAsync(TestPortal portal) => (await portal.TrySignInAsync("clerk", StaffSteps.Password)).ShouldBeOfType<SignInStaff.Outcome.CodeAsked>().HalfwayId;

    private static async Task<CodeOutcome> EnterAsync(TestPortal portal, Guid halfway, string code, string origin = StaffSteps.Origin) =>
        (await portal.SendAsync(new EnterStaffOneTimePassword.Command(halfway, code, origin))).Value;
}
