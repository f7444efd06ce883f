using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;

namespace NexiPortal.Domain.Tests;

public sealed class StaffIdTests
{
    [Theory]
    [InlineData("clerk", "clerk")]
    [InlineData(" Clerk2 ", "clerk2")]
    [InlineData("ＣＬＥＲＫ２", "clerk2")]
    [InlineData("a1b", "a1b")]
    [InlineData("abcdefghij0123456789", "abcdefghij0123456789")]
    public void Id_InAnyCaseOrWidth_IsRead(string typed, string id) => StaffId.Read(typed).ShouldNotBeNull().Value.ShouldBe(id);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ab")]
    [InlineData("abcdefghij01234567890")]
    [InlineData("clerk-2")]
    [InlineData("cle rk")]
    [InlineData("受付一")]
    public void Id_OfAnotherShape_IsNotRead(string? typed) => StaffId.Read(typed).ShouldBeNull();
}

public sealed class StaffMemberTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static TheoryData<string> OrdersOfASupervisor => ["assign", "suspend", "resume", "reset"];

    [Theory, MemberData(nameof(OrdersOfASupervisor))]
    [Trait("Requirement", "S47")]
    public void Supervisor_DoesNotChangeOneself(string order)
    {
        var supervisor = Member(StaffRoles.Supervisor);
        Give(order, supervisor, supervisor).Errors.ShouldHaveSingleItem().Code.ShouldBe(StaffErrors.OwnAccess);
        supervisor.Supervises.ShouldBeTrue();
    }

    [Theory, MemberData(nameof(OrdersOfASupervisor))]
    [Trait("Requirement", "S42")]
    public void NobodyElse_ChangesStaff(string order)
    {
        Give(order, Member(StaffRoles.Clerk | StaffRoles.Approver | StaffRoles.Auditor), Member()).Errors.ShouldHaveSingleItem().Code.ShouldBe(StaffErrors.NotSupervisor);
        var suspended = Member(StaffRoles.Supervisor);
        suspended.Suspend(Member(StaffRoles.Supervisor), Build.Noon);
        Give(order, suspended, Member()).Errors.ShouldHaveSingleItem().Code.ShouldBe(StaffErrors.NotSupervisor);
    }

    [Theory]
    [InlineData("assign", typeof(StaffRolesChanged))]
    [InlineData("suspend", typeof(StaffMemberSuspended))]
    [InlineData("reset", typeof(StaffPasswordReset))]
    [Trait("Requirement", "S29")]
    public void SessionsOfBefore_EndWithTheirRolesOrPassword(string order, Type told)
    {
        var member = Member();
        var session = member.SignIn(Build.Noon);
        member.TakeEvents();

        Give(order, Member(StaffRoles.Supervisor), member).Succeeded.ShouldBeTrue();

        session.IsLiveAt(member, Build.Noon, Longest).ShouldBeFalse();
        member.TakeEvents().ShouldHaveSingleItem().GetType().ShouldBe(told);
    }

    [Fact]
    public void SessionsBeforeASuspension_DoNotComeBackWithIt()
    {
        var member = Member();
        var session = member.SignIn(Build.Noon);
        var supervisor = Member(StaffRoles.Supervisor);
        member.Suspend(supervisor, Build.Noon);
        member.Resume(supervisor, Build.Noon);
        session.IsLiveAt(member, Build.Noon, Longest).ShouldBeFalse();
        member.SignIn(Build.Noon).IsLiveAt(member, Build.Noon, Longest).ShouldBeTrue();
    }

    [Fact]
    [Trait("Requirement", "S23")]
    public void NewPassword_EndsEverySessionButItsOwn()
    {
        var member = Member();
        var other = member.SignIn(Build.Noon);
        var own = member.ChangePassword(Credential.Chosen("new hash", Build.Noon), Build.Noon);
        other.IsLiveAt(member, Build.Noon, Longest).ShouldBeFalse();
        own.IsLiveAt(member, Build.Noon, Longest).ShouldBeTrue();
    }

    [Fact]
    [Trait("Requirement", "S30")]
    public void Session_LastsTwelveHoursAtMost()
    {
        var member = Member();
        var session = member.SignIn(Build.Noon);
        session.IsLiveAt(member, Build.Noon.AddHours(12).AddSeconds(-1), Longest).ShouldBeTrue();
        session.IsLiveAt(member, Build.Noon.AddHours(12), Longest).ShouldBeFalse();
        session.End(Build.Noon.AddHours(1));
        session.IsLiveAt(member, Build.Noon.AddHours(1), Longest).ShouldBeFalse();
    }

    [Fact]
    public void ChangesThatChangeNothing_AreNotTold()
    {
        var (supervisor, member) = (Member(StaffRoles.Supervisor), Member());
        var session = member.SignIn(Build.Noon);
        member.TakeEvents();
        member.Rename(supervisor, member.Name, Build.Noon).Succeeded.ShouldBeTrue();
        member.Assign(supervisor, member.Roles, Build.Noon).Succeeded.ShouldBeTrue();
        member.Resume(supervisor, Build.Noon).Succeeded.ShouldBeTrue();
        member.TakeEvents().ShouldBeEmpty();
        session.IsLiveAt(member, Build.Noon, Longest).ShouldBeTrue();
    }

    [Fact]
    public void Roles_ReadInTheirOrder() => (StaffRoles.Auditor | StaffRoles.Clerk).Label().ShouldBe("受付・監査");

    private static StaffMember Member(StaffRoles roles = StaffRoles.Clerk)
    {
        var member = StaffMember.Add(null, StaffId.Read("somebody").ShouldNotBeNull(), "受付 太郎", roles, Credential.Chosen("hash", Build.Noon), Build.Noon).Value;
        member.TakeEvents().ShouldHaveSingleItem().ShouldBeOfType<StaffMemberAdded>();
        return member;
    }

    private static Result Give(string order, StaffMember by, StaffMember to) => order switch
    {
        "assign" => to.Assign(by, StaffRoles.Auditor, Build.Noon),
        "suspend" => to.Suspend(by, Build.Noon),
        "resume" => to.Resume(by, Build.Noon),
        _ => to.Reset(by, Credential.Initial("new hash", new CredentialPolicy(), Build.Noon), Build.Noon),
    };
}
