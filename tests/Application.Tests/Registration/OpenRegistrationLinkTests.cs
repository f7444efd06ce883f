using NexiPortal.Application.Common;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;
using static NexiPortal.Application.Registration.OpenRegistrationLink;

namespace NexiPortal.Application.Tests.Registration;

public sealed class OpenRegistrationLinkTests
{
    private const string Wrong = "wrng-wrng-wrng";

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task RightPassword_BeginsASession(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (token, password, linkId) = await portal.ReceiveLinkAsync();

        var opened = (await portal.SendAsync(new Command(token, password))).Value.ShouldBeOfType<Outcome.Opened>();

        opened.LinkId.ShouldBe(linkId);
        (await portal.SendAsync(new CheckRegistrantSession.Query(opened.SessionId))).Value.ShouldBe(new(CheckRegistrantSession.Standing.Live, SessionLimit.Longest));
    }

    [Fact]
    [Trait("Requirement", "S03")]
    public async Task PasswordOfOneLink_FailsOnAnother()
    {
        await using var portal = await TestPortal.StartAsync();
        var first = await portal.ReceiveLinkAsync();
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await portal.ReceiveLinkAsync();

        (await portal.SendAsync(new Command(second.Token, first.Password))).Value.ShouldBeOfType<Outcome.WrongPassword>();
    }

    [Fact]
    public async Task FiveWrongInARow_PauseForThirtyMinutes()
    {
        await using var portal = await TestPortal.StartAsync();
        var (token, password, _) = await portal.ReceiveLinkAsync();
        for (var i = 0; i < 4; i++) (await portal.SendAsync(new Command(token, Wrong))).Value.ShouldBeOfType<Outcome.WrongPassword>();

        (await portal.SendAsync(new Command(token, Wrong))).Value.ShouldBe(new Outcome.Paused(TestPortal.Start.AddMinutes(30)));
        (await portal.SendAsync(new Command(token, password))).Value.ShouldBeOfType<Outcome.Paused>();

        portal.Clock.Advance(TimeSpan.FromMinutes(30));
        (await portal.SendAsync(new Command(token, password))).Value.ShouldBeOfType<Outcome.Opened>();
    }

    [Fact]
    public async Task FifteenWrongInAll_VoidTheLinkAndTellByMail()
    {
        await using var portal = await TestPortal.StartAsync();
        var (token, password, _) = await portal.ReceiveLinkAsync();
        for (var i = 0; i < 15; i++)
        {
            await portal.SendAsync(new Command(token, Wrong));
            if (i % 5 == 4) portal.Clock.Advance(TimeSpan.FromMinutes(30));
        }

        (await portal.SendAsync(new Command(token, password))).Value.ShouldBe(new Outcome.Unusable(LinkStanding.Void));
        (await portal.DeliverAsync()).ShouldContain(mail => mail.Subject == "【NEXI】登録用URLを無効にしました");
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S04")]
    public async Task FiftyGuessesAtOnce_GetNoMoreTriesThanOneAfterTheOther(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (token, _, _) = await portal.ReceiveLinkAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () =>
        {
            try
            {
                return (await portal.SendAsync(new Command(token, Wrong))).Value;
            }
            catch (Common.ConcurrencyConflictException)
            {
                return null; // Too much at once: refused without looking at the password.
            }
        })));

        answers.Count(answer => answer is Outcome.WrongPassword).ShouldBeLessThanOrEqualTo(5);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(61, false)]
    [Trait("Requirement", "S06")]
    public async Task Link_DiesAtTheEndOfItsSixtiethDay(int days, bool opens)
    {
        await using var portal = await TestPortal.StartAsync();
        var (token, password, _) = await portal.ReceiveLinkAsync();
        portal.Clock.SetUtcNow(new DateTimeOffset(2026, 7, 1, 23, 59, 59, TimeSpan.FromHours(9)).AddDays(60).AddSeconds(days == 60 ? 0 : 1));

        var outcome = (await portal.SendAsync(new Command(token, password))).Value;

        if (opens) outcome.ShouldBeOfType<Outcome.Opened>();
        else outcome.ShouldBe(new Outcome.Unusable(LinkStanding.Expired));
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("short")]
    [InlineData("")]
    public async Task UnknownToken_IsUnusable(string token)
    {
        await using var portal = await TestPortal.StartAsync();

        (await portal.SendAsync(new Command(token, Wrong))).Value.ShouldBe(new Outcome.Unusable(null));
    }

    [Fact]
    public async Task EndedSession_NoLongerHolds()
    {
        await using var portal = await TestPortal.StartAsync();
        var (token, password, _) = await portal.ReceiveLinkAsync();
        var opened = (Outcome.Opened)(await portal.SendAsync(new Command(token, password))).Value;

        await portal.SendAsync(new EndRegistrantSession.Command(opened.SessionId));

        (await portal.SendAsync(new CheckRegistrantSession.Query(opened.SessionId))).Value.Standing.ShouldBe(CheckRegistrantSession.Standing.Closed);
    }

    [Fact]
    public async Task Session_EndsAfterTwelveHours_HoweverBusy()
    {
        await using var portal = await TestPortal.StartAsync();
        var (token, password, _) = await portal.ReceiveLinkAsync();
        var opened = (Outcome.Opened)(await portal.SendAsync(new Command(token, password))).Value;

        portal.Clock.Advance(TimeSpan.FromHours(12));

        (await portal.SendAsync(new CheckRegistrantSession.Query(opened.SessionId))).Value.Standing.ShouldBe(CheckRegistrantSession.Standing.HalfDayOver);
    }
}
