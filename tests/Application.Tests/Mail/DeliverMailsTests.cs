using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Mail;
using NexiPortal.Infrastructure.Mail;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Mail;

public sealed class DeliverMailsTests
{
    private const string Address = "taro@sample.com";

    [Fact]
    [Trait("Requirement", "F7")]
    public async Task Mail_WhenTheServerIsDownAtFirst_ArrivesOnceItIsUp()
    {
        var port = WebProcess.FreePort();
        await using var portal = await StartAsync(port);
        await RequestAsync(portal);

        (await DeliverAsync(portal)).ShouldBe(0);

        await using var sink = SmtpSink.Start(port);
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        (await DeliverAsync(portal)).ShouldBe(1);
        var mail = sink.Received.ShouldHaveSingleItem();
        mail.From.ShouldBe("web_info@nexi.go.jp");
        mail.Recipients.ShouldBe([Address]);
        mail.Text.ShouldContain("■登録用パスワード");
        (await MailAsync(portal)).State.ShouldBe(MailState.Delivered);
    }

    [Fact]
    [Trait("Requirement", "F7")]
    public async Task Server_ThatIsDown_IsAskedOnceARun_NotOnceAMail()
    {
        await using var portal = await StartAsync(WebProcess.FreePort());
        for (var i = 0; i < 3; i++) await RequestAsync(portal, $"n{i}@sample.com");

        await DeliverAsync(portal);

        (await portal.AskAsync<IMailDb, int>(db => db.Mails.SumAsync(m => m.Attempts))).ShouldBe(1);
    }

    [Fact]
    [Trait("Requirement", "F8")]
    public async Task Server_ThatHangs_HoldsUpNobody_AndIsGivenUpWithinTheLease()
    {
        await using var sink = SmtpSink.Start().Next(SmtpBehaviour.Hang);
        await using var portal = await StartAsync(sink.Port);
        await RequestAsync(portal);

        var hanging = Task.Run(() => DeliverAsync(portal));
        while (sink.Attempts == 0) await Task.Delay(20, TestContext.Current.CancellationToken);
        await RequestAsync(portal, "hanako@sample.com");

        hanging.IsCompleted.ShouldBeFalse();
        (await hanging.WaitAsync(OutgoingMail.Lease, TestContext.Current.CancellationToken)).ShouldBe(0);
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        await DeliverAsync(portal);
        sink.Received.Count(mail => mail.Recipients[0] == Address).ShouldBe(1);
    }

    [Fact]
    public void Lease_IsLongerThanOneTryCanTake() => OutgoingMail.Lease.ShouldBeGreaterThan(SmtpTransport.Patience);

    [Theory]
    [InlineData(SmtpBehaviour.CloseDown)]
    [InlineData(SmtpBehaviour.RefuseForNow)]
    [InlineData(SmtpBehaviour.RefuseSender)]
    [InlineData(SmtpBehaviour.DropUnanswered)]
    [Trait("Requirement", "F9")]
    [Trait("Requirement", "F11")]
    public async Task Mail_NotTakenForNow_IsSentAgainUnderTheSameMessageId(SmtpBehaviour behaviour)
    {
        await using var sink = SmtpSink.Start().Next(behaviour);
        await using var portal = await StartAsync(sink.Port);
        await RequestAsync(portal);

        (await DeliverAsync(portal)).ShouldBe(0);
        (await DeliverAsync(portal)).ShouldBe(0);
        portal.Clock.Advance(TimeSpan.FromSeconds(15));
        (await DeliverAsync(portal)).ShouldBe(1);

        var id = (await MailAsync(portal)).MessageIdAt("nexi.go.jp");
        sink.Received.Select(mail => mail.Header("Message-Id")).ShouldAllBe(header => header == $"<{id}>");
        sink.Received.Count.ShouldBe(behaviour == SmtpBehaviour.DropUnanswered ? 2 : 1);
        sink.Attempts.ShouldBe(2);
    }

    [Theory]
    [InlineData(SmtpBehaviour.DropAnswered)]
    [InlineData(SmtpBehaviour.HangAnswered)]
    [Trait("Requirement", "F11")]
    public async Task Mail_TakenByAServerThatPartsBadly_IsNotSentAgain(SmtpBehaviour behaviour)
    {
        await using var sink = SmtpSink.Start().Next(behaviour);
        await using var portal = await StartAsync(sink.Port);
        await RequestAsync(portal);

        (await DeliverAsync(portal)).ShouldBe(1);
        portal.Clock.Advance(TimeSpan.FromHours(1));
        (await DeliverAsync(portal)).ShouldBe(0);

        sink.Received.ShouldHaveSingleItem();
    }

    [Fact]
    [Trait("Requirement", "F10")]
    public async Task Mail_RefusedForGood_IsSetAsideWithTheReason_AndNeverTriedAgain()
    {
        await using var sink = SmtpSink.Start().Otherwise(SmtpBehaviour.RefuseForGood);
        await using var portal = await StartAsync(sink.Port);
        await RequestAsync(portal);

        (await DeliverAsync(portal)).ShouldBe(0);
        portal.Clock.Advance(TimeSpan.FromDays(1));
        await DeliverAsync(portal);

        var mail = await MailAsync(portal);
        (mail.State, mail.LastRefusal, mail.Attempts).ShouldBe((MailState.Failed, "SMTP 550", 1));
        mail.SealedBody.ShouldBeEmpty();
    }

    [Fact]
    [Trait("Requirement", "F14")]
    public async Task MailThatAlwaysFails_HoldsUpNoOther_AndIsSetAsideAfterThreeDays()
    {
        await using var sink = SmtpSink.Start().NeverFor("always@fails.example");
        await using var portal = await StartAsync(sink.Port);
        await RequestAsync(portal, "always@fails.example");
        for (var i = 0; i < 60; i++) await RequestAsync(portal, $"n{i}@sample.com");

        (await DeliverAsync(portal)).ShouldBe(60);

        for (var waited = TimeSpan.Zero; waited < OutgoingMail.Patience + TimeSpan.FromHours(2); waited += TimeSpan.FromHours(1))
        {
            portal.Clock.Advance(TimeSpan.FromHours(1));
            await DeliverAsync(portal);
        }
        var failed = await portal.AskAsync<IMailDb, OutgoingMail>(db => db.Mails.SingleAsync(m => m.State != MailState.Delivered));
        (failed.State, failed.LastRefusal).ShouldBe((MailState.Failed, "SMTP 451"));
    }

    [Fact]
    [Trait("Requirement", "F14")]
    public async Task MailThatFailsForAnUnforeseenReason_HoldsUpNoOther()
    {
        var transport = new FaultyTransport("n0@sample.com");
        await using var portal = await TestPortal.StartAsync(change: services => services.AddSingleton<IMailTransport>(transport));
        for (var i = 0; i < 3; i++) await RequestAsync(portal, $"n{i}@sample.com");

        (await DeliverAsync(portal)).ShouldBe(2);

        transport.Sent.ShouldBe(["n1@sample.com", "n2@sample.com"], ignoreOrder: true);
        var failed = await portal.AskAsync<IMailDb, OutgoingMail>(db => db.Mails.SingleAsync(m => m.State == MailState.Queued));
        failed.LastRefusal.ShouldBe("no delivery: NotSupportedException");
        failed.DueAt.ShouldBe(portal.Clock.GetUtcNow().AddSeconds(15));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task TwoNodesAtOnce_SendEachMailOnce(DatabaseProvider database)
    {
        await using var sink = SmtpSink.Start();
        await using var portal = await StartAsync(sink.Port, database);
        for (var i = 0; i < 20; i++) await RequestAsync(portal, $"n{i}@sample.com");

        var delivered = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => DeliverAsync(portal))));

        delivered.Sum().ShouldBe(20);
        sink.Received.Select(mail => mail.Recipients[0]).ShouldBeUnique();
    }

    [Fact]
    public async Task SecondRun_SendsNothingAgain()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ReceiveLinkAsync();

        (await DeliverAsync(portal)).ShouldBe(0);
    }

    private static Task<TestPortal> StartAsync(int port, DatabaseProvider database = DatabaseProvider.Sqlite) =>
        TestPortal.StartAsync(database, new SmtpServer("127.0.0.1", port, null, null, SecureSocketOptions.None));

    private static async Task RequestAsync(TestPortal portal, string address = Address) => await portal.SendAsync(new RequestRegistrationLink.Command(address, address));

    private static async Task<int> DeliverAsync(TestPortal portal) => (await portal.SendAsync(new DeliverMails.Command())).Value;

    private static Task<OutgoingMail> MailAsync(TestPortal portal) => portal.AskAsync<IMailDb, OutgoingMail>(db => db.Mails.SingleAsync());

    private sealed class FaultyTransport(string poison) : IMailTransport
    {
        public List<string> Sent { get; } = [];

        public Task<SendOutcome> SendAsync(OutgoingMail mail, string text, CancellationToken ct)
        {
            if (mail.To.Value == poison) throw new NotSupportedException("A fault of the transport.");
            Sent.Add(mail.To.Value);
            return Task.FromResult<SendOutcome>(new SendOutcome.Taken());
        }
    }
}
