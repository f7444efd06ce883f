using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Registration;

/// <summary>How many registration mails go out: to one mailbox, from one place, in all.</summary>
public sealed class MailLimitTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S12")]
    public async Task FourthRequestForAMailboxWithinAnHour_IsAnsweredAlike_ButNotMailed(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);

        foreach (var address in new[] { "taro@sample.com", "Taro@sample.com", "taro+a@sample.com", "taro@SAMPLE.com" }) await AskAsync(portal, address);
        (await portal.DeliverAsync()).Count.ShouldBe(3);

        portal.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        await AskAsync(portal, "taro@sample.com");
        (await portal.DeliverAsync()).Count.ShouldBe(3);
        portal.Clock.Advance(TimeSpan.FromSeconds(1));
        await AskAsync(portal, "taro@sample.com");
        (await portal.DeliverAsync()).Count.ShouldBe(4);
    }

    [Fact]
    [Trait("Requirement", "S12")]
    public async Task EleventhRequestForAMailboxWithinADay_IsNotMailed()
    {
        await using var portal = await TestPortal.StartAsync();
        for (var i = 0; i < 12; i++)
        {
            await AskAsync(portal, "taro@sample.com");
            portal.Clock.Advance(TimeSpan.FromHours(1));
        }
        (await portal.DeliverAsync()).Count.ShouldBe(10);

        portal.Clock.Advance(TimeSpan.FromHours(12));
        await AskAsync(portal, "taro@sample.com");
        (await portal.DeliverAsync()).Count.ShouldBe(11);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S12")]
    public async Task FortyRequestsAtOnce_ForOneMailbox_AreThreeMails(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => Task.Run(() => AskAsync(portal, "taro@sample.com"))));

        (await portal.DeliverAsync()).Count.ShouldBe(3);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S13")]
    public async Task FortyRequestsAtOnce_FromOnePlace_AreAsManyMailsAsItMayAskFor(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database, policy: new() { MailsPerOriginPerHour = 7 });

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => AskAsync(portal, $"taro{i}@sample.com"))));
        (await portal.DeliverAsync()).Count.ShouldBe(7);

        portal.Place.Digest = "another place";
        await AskAsync(portal, "hanako@sample.com");
        (await portal.DeliverAsync()).Count.ShouldBe(8);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S13")]
    public async Task Requests_FromManyPlaces_StopAtTheLimitOfAll(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database, policy: new() { MailsInAllPerHour = 5 });

        for (var i = 0; i < 8; i++)
        {
            portal.Place.Digest = $"place {i}";
            await AskAsync(portal, $"taro{i}@sample.com");
        }
        (await portal.DeliverAsync()).Count.ShouldBe(5);

        portal.Clock.Advance(TimeSpan.FromHours(1));
        await AskAsync(portal, "hanako@sample.com");
        (await portal.DeliverAsync()).Count.ShouldBe(6);
    }

    private static async Task AskAsync(TestPortal portal, string address) =>
        (await portal.SendAsync(new RequestRegistrationLink.Command(address, address))).Succeeded.ShouldBeTrue();
}
