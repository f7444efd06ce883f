using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Mail;
using NexiPortal.Infrastructure.Mail;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Mail;

public sealed class DeliverMailsTests
{
    [Fact]
    [Trait("Requirement", "F7")]
    public async Task Mail_WhenTheServerIsDownAtFirst_ArrivesOnceItIsUp()
    {
        int port;
        await using (var probe = SmtpSink.Start()) port = probe.Port;
        await using var portal = await TestPortal.StartAsync(smtp: new SmtpServer("127.0.0.1", port, null, null, SecureSocketOptions.None));
        await portal.SendAsync(new RequestRegistrationLink.Command("taro@sample.com", "taro@sample.com"));

        (await portal.SendAsync(new DeliverMails.Command())).Value.ShouldBe(0);

        await using var sink = SmtpSink.Start(port);
        portal.Clock.Advance(TimeSpan.FromMinutes(2));
        (await portal.SendAsync(new DeliverMails.Command())).Value.ShouldBe(1);
        var mail = await sink.NextAsync(TimeSpan.FromSeconds(10));
        mail.From.ShouldBe("web_info@nexi.go.jp");
        mail.Recipients.ShouldBe(["taro@sample.com"]);
        mail.Text.ShouldContain("■登録用パスワード");
        (await MailAsync(portal)).State.ShouldBe(MailState.Delivered);
    }

    [Fact]
    public async Task SecondRun_SendsNothingAgain()
    {
        await using var portal = await TestPortal.StartAsync();
        await portal.ReceiveLinkAsync();

        (await portal.SendAsync(new DeliverMails.Command())).Value.ShouldBe(0);
    }

    private static Task<OutgoingMail> MailAsync(TestPortal portal) => portal.AskAsync<IMailDb, OutgoingMail>(db => db.Mails.SingleAsync());
}
