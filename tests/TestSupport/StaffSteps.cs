using NexiPortal.Application.Staff;
using NexiPortal.Domain.Staff;
using Shouldly;

namespace NexiPortal.TestSupport;

/// <summary>What staff do, by use cases.</summary>
public static class StaffSteps
{
    /// <summary>A password that keeps every rule.</summary>
    public const string Password = "Kx7#mpQw9z";

    /// <summary>Where requests come from unless a test says otherwise.</summary>
    public const string Origin = "203.0.113.5";

    /// <summary>Adds a member as the operator does; gives back the initial password.</summary>
    public static async Task<string> AddStaffAsync(this TestPortal portal, string id, StaffRoles roles = StaffRoles.Clerk) =>
        (await portal.SendAsync(new AddStaffMember.Command(null, id, "受付 太郎", roles))).Value.Password.Value;

    /// <summary>Enters a password.</summary>
    public static async Task<SignInStaff.Outcome> TrySignInAsync(this TestPortal portal, string id, string password, string origin = Origin) =>
        (await portal.SendAsync(new SignInStaff.Command(id, password, origin))).Value;

    /// <summary>Enters the right password; gives back the session.</summary>
    public static async Task<Guid> SignInAsync(this TestPortal portal, string id, string password = Password) =>
        (await portal.TrySignInAsync(id, password)).ShouldBeOfType<SignInStaff.Outcome.SignedIn>().SessionId;

    /// <summary>A member with <see cref="Password"/>, signed in.</summary>
    public static async Task<CheckStaffSession.Person> EmployAsync(this TestPortal portal, string id, StaffRoles roles = StaffRoles.Clerk)
    {
        var initial = await portal.AddStaffAsync(id, roles);
        var session = await portal.SignInAsync(id, initial);
        var memberId = (await portal.SendAsync(new CheckStaffSession.Query(session))).Value.MemberId;
        var changed = (await portal.SendAsync(new ChangeStaffPassword.Command(memberId, initial, Password, Password, Origin))).Value;
        return (await portal.SendAsync(new CheckStaffSession.Query(changed.ShouldBeOfType<ChangeStaffPassword.Outcome.Changed>().SessionId))).Value;
    }

    /// <summary>Whether a session still holds.</summary>
    public static async Task<bool> HoldsAsync(this TestPortal portal, Guid session) => (await portal.SendAsync(new CheckStaffSession.Query(session))).Succeeded;

    /// <summary>The version of a member that a page would post back.</summary>
    public static async Task<int> StaffVersionAsync(this TestPortal portal, string id) => (await portal.SendAsync(new ShowStaffMember.Query(id))).Value.Version;
}
