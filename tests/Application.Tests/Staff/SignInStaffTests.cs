using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Application.Staff;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Staff;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.Infrastructure.Security;
using NexiPortal.TestSupport;
using static NexiPortal.Application.Staff.SignInStaff;

namespace NexiPortal.Application.Tests.Staff;

public sealed class SignInStaffTests
{
    private const string Elsewhere = "198.51.100.7";

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task RightPassword_BeginsASession(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.EmployAsync("clerk");

        var session = await portal.SignInAsync(" ＣＬＥＲＫ");

        var person = (await portal.SendAsync(new CheckStaffSession.Query(session))).Value;
        (person.StaffId.Value, person.Roles, person.MustChangePassword).ShouldBe(("clerk", StaffRoles.Clerk, false));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task UnknownWrongAndSuspended_AreAnsweredAlike(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var supervisor = await portal.EmployAsync("supervisor", StaffRoles.Supervisor);
        await portal.EmployAsync("clerk");
        await portal.EmployAsync("gone");
        await portal.SendAsync(new SuspendStaffMember.Command(supervisor.MemberId, "gone", await portal.StaffVersionAsync("gone")));

        Outcome[] answers = [await portal.TrySignInAsync("nobody", StaffSteps.Password), await portal.TrySignInAsync("clerk", "wrong"), await portal.TrySignInAsync("gone", StaffSteps.Password)];

        answers.ShouldAllBe(answer => answer == new Outcome.Refused());
    }

    [Theory]
    [InlineData("clerk", "wrong", 1)]
    [InlineData("nobody", "wrong", 1)]
    [InlineData("clerk", StaffSteps.Password, 1)]
    [Trait("Requirement", "S15")]
    public async Task EveryTry_CostsOneHash_WhetherOrNotTheIdIsKnown(string id, string password, int hashes)
    {
        var counting = new CountingHasher();
        await using var portal = await TestPortal.StartAsync(change: services => services.AddSingleton<IPasswordHasher>(counting));
        await portal.EmployAsync("clerk");
        counting.Hashes = 0;

        await portal.TrySignInAsync(id, password);

        counting.Hashes.ShouldBe(hashes);
    }

    [Fact]
    [Trait("Requirement", "S15")]
    public async Task PausedId_CostsNoHash_WhetherOrNotItIsKnown()
    {
        var counting = new CountingHasher();
        await using var portal = await TestPortal.StartAsync(change: services => services.AddSingleton<IPasswordHasher>(counting));
        await portal.EmployAsync("clerk");
        foreach (var id in new[] { "clerk", "nobody" })
        {
            for (var i = 0; i < 5; i++) await portal.TrySignInAsync(id, "wrong");
            counting.Hashes = 0;
            (await portal.TrySignInAsync(id, StaffSteps.Password)).ShouldBe(new Outcome.Paused(TestPortal.Start.AddMinutes(30)));
            counting.Hashes.ShouldBe(0);
        }
    }

    [Theory]
    [InlineData("clerk")]
    [InlineData("nobody")]
    [Trait("Requirement", "S15")]
    public async Task WrongPassword_IsWrittenDown_WhetherOrNotTheIdIsKnown(string id)
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.EmployAsync("clerk");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));

        await portal.TrySignInAsync(id, "wrong");

        var key = PasswordTries.KeyOf("staff", id);
        (await portal.AskAsync<ICredentialDb, DateTimeOffset?>(db => db.PasswordTries.Where(t => t.Key == key).Select(t => t.LastWrongAt).SingleAsync())).ShouldBe(TestPortal.Start.AddMinutes(1));
        (await portal.SendAsync(new ShowStaffMember.Query("clerk"))).Value.LastWrongAt.ShouldBe(id == "clerk" ? TestPortal.Start.AddMinutes(1) : null);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S17")]
    public async Task FiveWrongFromOneOrigin_PauseThatOriginAlone(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.EmployAsync("clerk");
        for (var i = 0; i < 4; i++) (await portal.TrySignInAsync("clerk", "wrong", Elsewhere)).ShouldBe(new Outcome.Refused());

        (await portal.TrySignInAsync("clerk", "wrong", Elsewhere)).ShouldBe(new Outcome.Paused(TestPortal.Start.AddMinutes(30)));
        (await portal.TrySignInAsync("clerk", StaffSteps.Password, Elsewhere)).ShouldBeOfType<Outcome.Paused>();
        (await portal.TrySignInAsync("clerk", StaffSteps.Password)).ShouldBeOfType<Outcome.SignedIn>();

        portal.Clock.Advance(TimeSpan.FromMinutes(30));
        (await portal.TrySignInAsync("clerk", StaffSteps.Password, Elsewhere)).ShouldBeOfType<Outcome.SignedIn>();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S17")]
    public async Task StrangersFromEverywhere_SlowAnIdAndLockNobodyOut(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.EmployAsync("clerk");
        for (var i = 0; i < 30; i++) await portal.TrySignInAsync("clerk", "wrong", $"stranger {i}");

        var wait = (await portal.TrySignInAsync("clerk", StaffSteps.Password, Elsewhere)).ShouldBeOfType<Outcome.Paused>();
        (await portal.TrySignInAsync("clerk", StaffSteps.Password)).ShouldBeOfType<Outcome.SignedIn>();

        portal.Clock.SetUtcNow(wait.Until);
        (await portal.TrySignInAsync("clerk", StaffSteps.Password, Elsewhere)).ShouldBeOfType<Outcome.SignedIn>();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S17")]
    public async Task FiftyGuessesAtOnce_GetFiveLooks_AndTheOwnerGetsIn(DatabaseProvider database)
    {
        var counting = new CountingHasher();
        await using var portal = await TestPortal.StartAsync(database, change: services => services.AddSingleton<IPasswordHasher>(counting));
        await portal.EmployAsync("clerk");
        counting.Hashes = 0;

        var guesses = Enumerable.Range(0, 50).Select(_ => Task.Run(() => portal.TrySignInAsync("clerk", "wrong", Elsewhere))).ToList();
        var owner = await Task.Run(() => portal.TrySignInAsync("clerk", StaffSteps.Password));
        await Task.WhenAll(guesses);

        owner.ShouldBeOfType<Outcome.SignedIn>();
        counting.Hashes.ShouldBeLessThanOrEqualTo(6);
    }

    [Theory]
    [InlineData("aB3@eF7#iJ1-mN5_qR9.uV3%yZ7&cD1*", "aB3@eF7#iJ1-mN5_qR9.uV3%yZ7&cD1+")]
    [InlineData(StaffSteps.Password, "kX7#MPqW9Z")]
    [InlineData(StaffSteps.Password, StaffSteps.Password + " ")]
    [InlineData(StaffSteps.Password, "Ｋx7#mpQw9z")]
    [Trait("Requirement", "S24")]
    public async Task Password_IsComparedWholeAndAsTyped(string password, string other)
    {
        await using var portal = await TestPortal.StartAsync();
        var person = await portal.EmployAsync("clerk");
        if (password != StaffSteps.Password) await portal.SendAsync(new ChangeStaffPassword.Command(person.MemberId, StaffSteps.Password, password, password, StaffSteps.Origin));

        (await portal.TrySignInAsync("clerk", other)).ShouldBe(new Outcome.Refused());
        (await portal.TrySignInAsync("clerk", password)).ShouldBeOfType<Outcome.SignedIn>();
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    [Trait("Requirement", "S18")]
    public async Task InitialPassword_DiesAtTheEndOfItsSixtiethDay(int days, bool opens)
    {
        await using var portal = await TestPortal.StartAsync();
        var initial = await portal.AddStaffAsync("clerk");
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 1, 23, 59, 59, TimeSpan.FromHours(9)).AddDays(60).AddSeconds(days == 60 ? 0 : 1));

        var outcome = await portal.TrySignInAsync("clerk", initial);

        if (opens) outcome.ShouldBeOfType<Outcome.SignedIn>();
        else outcome.ShouldBe(new Outcome.Expired());
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S16")]
    public async Task StoredHash_IsArgon2id_AndIsMadeAnewAtTheNextSignInWhenItsParametersRise(DatabaseProvider database)
    {
        var settings = new HashingSettings();
        var hasher = new ChangingHasher(settings);
        await using var portal = await TestPortal.StartAsync(database, change: services => services.AddSingleton<IPasswordHasher>(hasher));
        await portal.EmployAsync("clerk");
        (await HashAsync(portal)).ShouldStartWith("$argon2id$v=19$m=12288,t=3,p=1$");

        hasher.Settings = settings with { MemoryMiB = 16, Passes = 4 };
        await portal.TrySignInAsync("clerk", "wrong");
        (await HashAsync(portal)).ShouldContain("$m=12288,t=3,");
        await portal.SignInAsync("clerk");

        (await HashAsync(portal)).ShouldContain("$m=16384,t=4,");
        await portal.SignInAsync("clerk");
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task SignIns_RightAndWrong_AreInTheAuditTrail(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var initial = await portal.AddStaffAsync("clerk");
        await portal.TrySignInAsync("clerk", "wrong");
        await portal.TrySignInAsync("nobody", "wrong");
        await portal.SignInAsync("clerk", initial);

        (await portal.AskAsync<IAuditDb, List<string>>(db => db.AuditEntries.OrderBy(e => e.Id).Select(e => e.Action).ToListAsync()))
            .ShouldBe([nameof(StaffMemberAdded), nameof(StaffPasswordRefused), nameof(StaffSignedIn)]);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task TriesOfDaysAgo_AreForgotten_ButNotKnownOrigins(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.EmployAsync("clerk");
        await portal.TrySignInAsync("nobody", "wrong");
        (await portal.SendAsync(new ForgetPasswordTries.Command())).Value.ShouldBe(0);

        portal.Clock.Advance(TimeSpan.FromDays(2));
        (await portal.SendAsync(new ForgetPasswordTries.Command())).Value.ShouldBe(1);

        portal.Clock.Advance(TimeSpan.FromDays(29));
        (await portal.SendAsync(new ForgetPasswordTries.Command())).Value.ShouldBe(1);
    }

    private static Task<string> HashAsync(TestPortal portal) => portal.AskAsync<IStaffDb, string>(db => db.StaffMembers.Select(m => m.Credential.PasswordHash).SingleAsync());

    /// <summary>As after a restart with other settings.</summary>
    private sealed class ChangingHasher(HashingSettings settings) : IPasswordHasher
    {
        public HashingSettings Settings { get; set; } = settings;

        public string Hash(string password) => new Argon2PasswordHasher(Settings).Hash(password);

        public bool Fits(string password, string? hash) => new Argon2PasswordHasher(Settings).Fits(password, hash);

        public bool IsOutdated(string hash) => new Argon2PasswordHasher(Settings).IsOutdated(hash);
    }
}
