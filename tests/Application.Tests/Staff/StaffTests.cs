using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Staff;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Staff;

public sealed class StaffTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S18")]
    public async Task AddedMember_SignsInWithTheInitialPassword_AndMustChangeIt(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var supervisor = await portal.EmployAsync("supervisor", StaffRoles.Supervisor);

        var issued = (await portal.SendAsync(new AddStaffMember.Command(supervisor.MemberId, "Clerk2", " 受付 花子 ", StaffRoles.Clerk | StaffRoles.Auditor))).Value;

        issued.StaffId.Value.ShouldBe("clerk2");
        issued.Until.ShouldBe(new DateTimeOffset(2026, 8, 30, 23, 59, 59, TimeSpan.FromHours(9)));
        var person = (await portal.SendAsync(new CheckStaffSession.Query(await portal.SignInAsync("clerk2", issued.Password.Value)))).Value;
        (person.Name, person.Roles, person.MustChangePassword).ShouldBe(("受付 花子", StaffRoles.Clerk | StaffRoles.Auditor, true));
        var rows = (await portal.SendAsync(new ListStaff.Query())).Value;
        rows.Select(row => (row.StaffId.Value, row.MustChangePassword, row.LastSignedInAt)).ShouldBe([("clerk2", true, TestPortal.Start), ("supervisor", false, TestPortal.Start)]);
    }

    [Theory]
    [InlineData("", "受付", StaffRoles.Clerk, nameof(AddStaffMember.Command.StaffId), StaffErrors.IdRequired)]
    [InlineData("a b", "受付", StaffRoles.Clerk, nameof(AddStaffMember.Command.StaffId), StaffErrors.IdInvalid)]
    [InlineData("clerk", "受付", StaffRoles.Clerk, nameof(AddStaffMember.Command.StaffId), StaffErrors.IdTaken)]
    [InlineData("clerk2", " ", StaffRoles.Clerk, nameof(AddStaffMember.Command.Name), StaffErrors.NameRequired)]
    [InlineData("clerk2", "受付\u0007", StaffRoles.Clerk, nameof(AddStaffMember.Command.Name), StaffErrors.NameForbidden)]
    [InlineData("clerk2", "𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷", StaffRoles.Clerk, nameof(AddStaffMember.Command.Name), StaffErrors.NameTooLong)]
    [InlineData("clerk2", "受付", StaffRoles.None, nameof(AddStaffMember.Command.Roles), StaffErrors.RolesRequired)]
    [InlineData("clerk2", "受付", (StaffRoles)16, nameof(AddStaffMember.Command.Roles), StaffErrors.RolesRequired)]
    public async Task Member_EnteredWrong_IsRefusedByName(string id, string name, StaffRoles roles, string field, string code)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.AddStaffAsync("clerk");

        var error = (await portal.SendAsync(new AddStaffMember.Command(null, id, name, roles))).Errors.ShouldHaveSingleItem();

        (error.Field, error.Code).ShouldBe((field, code));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task OneIdAddedTwiceAtOnce_IsGivenOnce(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => portal.SendAsync(new AddStaffMember.Command(null, "clerk", "受付 太郎", StaffRoles.Clerk)))));

        answers.Count(answer => answer.Succeeded).ShouldBe(1);
        answers.Where(answer => !answer.Succeeded).ShouldAllBe(answer => answer.Errors[0].Code == StaffErrors.IdTaken);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S29")]
    public async Task OtherRoles_EndTheSessionsWithTheEarlierOnes(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var supervisor = await portal.EmployAsync("supervisor", StaffRoles.Supervisor);
        await portal.EmployAsync("clerk");
        var session = await portal.SignInAsync("clerk");

        (await portal.SendAsync(new ChangeStaffMember.Command(supervisor.MemberId, "clerk", await portal.StaffVersionAsync("clerk"), "新しい 氏名", StaffRoles.Approver))).Succeeded.ShouldBeTrue();

        (await portal.HoldsAsync(session)).ShouldBeFalse();
        var person = (await portal.SendAsync(new CheckStaffSession.Query(await portal.SignInAsync("clerk")))).Value;
        (person.Name, person.Roles).ShouldBe(("新しい 氏名", StaffRoles.Approver));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S30")]
    public async Task SuspendedMember_IsOutAtOnce_AndBackWhenResumed(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var supervisor = await portal.EmployAsync("supervisor", StaffRoles.Supervisor);
        await portal.EmployAsync("clerk");
        var session = await portal.SignInAsync("clerk");

        await portal.SendAsync(new SuspendStaffMember.Command(supervisor.MemberId, "clerk", await portal.StaffVersionAsync("clerk")));
        (await portal.HoldsAsync(session)).ShouldBeFalse();
        (await portal.TrySignInAsync("clerk", StaffSteps.Password)).ShouldBe(new SignInStaff.Outcome.Refused());

        await portal.SendAsync(new ResumeStaffMember.Command(supervisor.MemberId, "clerk", await portal.StaffVersionAsync("clerk")));
        (await portal.HoldsAsync(session)).ShouldBeFalse();
        await portal.SignInAsync("clerk");
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S18")]
    public async Task ResetPassword_ReplacesTheEarlierOne_EndsSessionsAndPauses(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var supervisor = await portal.EmployAsync("supervisor", StaffRoles.Supervisor);
        await portal.EmployAsync("clerk");
        var session = await portal.SignInAsync("clerk");
        for (var i = 0; i < 5; i++) await portal.TrySignInAsync("clerk", "forgotten");

        var issued = (await portal.SendAsync(new ResetStaffPassword.Command(supervisor.MemberId, "clerk", await portal.StaffVersionAsync("clerk")))).Value;

        (await portal.HoldsAsync(session)).ShouldBeFalse();
        (await portal.TrySignInAsync("clerk", StaffSteps.Password)).ShouldBe(new SignInStaff.Outcome.Refused());
        (await portal.SendAsync(new CheckStaffSession.Query(await portal.SignInAsync("clerk", issued.Password.Value)))).Value.MustChangePassword.ShouldBeTrue();
    }

    [Fact]
    public async Task SameButtonPressedTwice_MakesOnePassword()
    {
        await using var portal = await TestPortal.StartAsync();
        var supervisor = await portal.EmployAsync("supervisor", StaffRoles.Supervisor);
        await portal.EmployAsync("clerk");
        var version = await portal.StaffVersionAsync("clerk");

        var first = (await portal.SendAsync(new ResetStaffPassword.Command(supervisor.MemberId, "clerk", version))).Value;
        (await portal.SendAsync(new ResetStaffPassword.Command(supervisor.MemberId, "clerk", version))).Errors.ShouldHaveSingleItem().Code.ShouldBe(StaffErrors.ChangedMeanwhile);

        await portal.SignInAsync("clerk", first.Password.Value);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S47")]
    public async Task TwoSupervisorsSuspendingEachOtherAtOnce_LeaveOne(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        for (var round = 0; round < 5; round++)
        {
            var (a, b) = ($"first{round}", $"second{round}");
            var (first, second) = (await portal.EmployAsync(a, StaffRoles.Supervisor), await portal.EmployAsync(b, StaffRoles.Supervisor));
            var (versionA, versionB) = (await portal.StaffVersionAsync(a), await portal.StaffVersionAsync(b));

            var answers = await Task.WhenAll(
                Task.Run(() => portal.SendAsync(new SuspendStaffMember.Command(first.MemberId, b, versionB))),
                Task.Run(() => portal.SendAsync(new SuspendStaffMember.Command(second.MemberId, a, versionA))));

            answers.Count(answer => answer.Succeeded).ShouldBe(1);
            answers.Single(answer => !answer.Succeeded).Errors[0].Code.ShouldBe(StaffErrors.NotSupervisor);
        }
    }

    [Fact]
    public async Task RefusedCommand_LeavesOthersNothingToWaitFor_WhileItsRequestGoesOn()
    {
        await using var portal = await TestPortal.StartAsync();
        var supervisor = await portal.EmployAsync("supervisor", StaffRoles.Supervisor);

        await portal.AskAsync<IMediator, string>(async request =>
        {
            (await request.Send(new SuspendStaffMember.Command(supervisor.MemberId, "nobody", 1))).Errors.ShouldHaveSingleItem().Code.ShouldBe(StaffErrors.Unknown);
            return await portal.AddStaffAsync("clerk").WaitAsync(TimeSpan.FromSeconds(10));
        });
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S23")]
    public async Task ChangedPassword_NeedsThePresentOne_AndEndsOtherSessions(DatabaseProvider database)
    {
        const string better = "Umi.Yama.Kawa.7";
        await using var portal = await TestPortal.StartAsync(database);
        var person = await portal.EmployAsync("clerk");
        var other = await portal.SignInAsync("clerk");

        (await portal.SendAsync(new ChangeStaffPassword.Command(person.MemberId, "wrong", better, better, StaffSteps.Origin))).Value.ShouldBe(new ChangeStaffPassword.Outcome.WrongPassword());
        (await portal.HoldsAsync(other)).ShouldBeTrue();
        var changed = (await portal.SendAsync(new ChangeStaffPassword.Command(person.MemberId, StaffSteps.Password, better, better, StaffSteps.Origin))).Value.ShouldBeOfType<ChangeStaffPassword.Outcome.Changed>();

        (await portal.HoldsAsync(other)).ShouldBeFalse();
        (await portal.HoldsAsync(changed.SessionId)).ShouldBeTrue();
        (await portal.TrySignInAsync("clerk", StaffSteps.Password)).ShouldBe(new SignInStaff.Outcome.Refused());
        await portal.SignInAsync("clerk", better);
    }

    [Fact]
    public async Task PresentPassword_CannotBeGuessedThroughTheChange()
    {
        const string better = "Umi.Yama.Kawa.7";
        await using var portal = await TestPortal.StartAsync();
        var person = await portal.EmployAsync("clerk");
        for (var i = 0; i < 4; i++) await portal.SendAsync(new ChangeStaffPassword.Command(person.MemberId, "wrong", better, better, StaffSteps.Origin));

        (await portal.SendAsync(new ChangeStaffPassword.Command(person.MemberId, "wrong", better, better, StaffSteps.Origin))).Value.ShouldBeOfType<ChangeStaffPassword.Outcome.Paused>();
        (await portal.SendAsync(new ChangeStaffPassword.Command(person.MemberId, StaffSteps.Password, better, better, StaffSteps.Origin))).Value.ShouldBeOfType<ChangeStaffPassword.Outcome.Paused>();
    }

    [Theory]
    [InlineData("", StaffSteps.Password, StaffSteps.Password, CredentialErrors.CurrentRequired)]
    [InlineData("x", "", "", CredentialErrors.NewRequired)]
    [InlineData("x", "Umi.Yama.Kawa.7", "Umi.Yama.Kawa.8", CredentialErrors.NewDiffers)]
    [InlineData("x", "Password-1", "Password-1", CredentialErrors.Common)]
    [InlineData(StaffSteps.Password, StaffSteps.Password, StaffSteps.Password, CredentialErrors.SameAsCurrent)]
    [InlineData("x", "zQ7#clerkX", "zQ7#clerkX", CredentialErrors.ContainsId)]
    [Trait("Requirement", "S22")]
    public async Task NewPassword_BreakingARule_IsRefusedBeforeThePresentOneIsLookedAt(string current, string wished, string again, string code)
    {
        await using var portal = await TestPortal.StartAsync();
        var person = await portal.EmployAsync("clerk");

        (await portal.SendAsync(new ChangeStaffPassword.Command(person.MemberId, current, wished, again, StaffSteps.Origin))).Errors.ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S30")]
    public async Task Session_EndsByLogout_AndAfterTwelveHours(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.EmployAsync("clerk");
        var (left, forgotten) = (await portal.SignInAsync("clerk"), await portal.SignInAsync("clerk"));

        await portal.SendAsync(new SignOutStaff.Command(left));
        (await portal.HoldsAsync(left)).ShouldBeFalse();

        portal.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        (await portal.HoldsAsync(forgotten)).ShouldBeTrue();
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        (await portal.HoldsAsync(forgotten)).ShouldBeFalse();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S55")]
    public async Task DevelopmentStaff_AreThereOnce_AndNowhereElse(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        (await portal.SendAsync(new SettleDevelopmentStaff.Command(IsDevelopment: false))).Succeeded.ShouldBeTrue();

        await portal.SendAsync(new SettleDevelopmentStaff.Command(IsDevelopment: true));
        await portal.SendAsync(new SettleDevelopmentStaff.Command(IsDevelopment: true));

        (await portal.SendAsync(new ListStaff.Query())).Value.Select(row => row.StaffId.Value).ShouldBe(["approver", "auditor", "clerk", "clerk2", "supervisor"]);
        await portal.SignInAsync("approver", "Develop-Only-1");
        (await portal.SendAsync(new SettleDevelopmentStaff.Command(IsDevelopment: false))).Errors.ShouldHaveSingleItem().Code.ShouldBe(StaffErrors.DevelopmentStaffPresent);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task RefusedAccess_IsInTheAuditTrail_AndNothingElseIsSavedWithIt(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var memberId = Guid.NewGuid();

        await portal.SendAsync(new RecordRefusedAccess.Command("backoffice/staff/{id}", memberId));

        var entry = await portal.AskAsync<IAuditDb, Domain.Audit.AuditEntry>(db => db.AuditEntries.SingleAsync());
        (entry.Actor, entry.Action, entry.SubjectId, entry.OccurredAt).ShouldBe(("test", "AccessRefused backoffice/staff/{id}", memberId, TestPortal.Start));
        await portal.SendAsync(new SealAuditEntries.Command());
        (await portal.SendAsync(new VerifyAuditTrail.Query())).Value.ShouldSatisfyAllConditions(trail => trail.Sealed.ShouldBe(1), trail => trail.Faults.ShouldBeEmpty());
    }
}
