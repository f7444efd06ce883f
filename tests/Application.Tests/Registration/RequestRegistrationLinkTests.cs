using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Registration;

public sealed class RequestRegistrationLinkTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Resending_AfterInputWasSaved_HandsItOverToTheNewLink(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (token, password, linkId) = await portal.ReceiveLinkAsync();
        await portal.SendAsync(new OpenRegistrationLink.Command(token, password));
        await portal.SendAsync(new ChooseApplicationType.Command(linkId, ApplicationType.Branch));
        var typed = Entries.Complete(ApplicationType.Branch);
        await portal.SendAsync(new EnterDetails.Command(linkId, ApplicationType.Branch, await portal.VersionAsync(linkId), typed, EnterDetails.Button.Save));

        var (newToken, newPassword, newLinkId) = await portal.ReceiveLinkAsync(replaces: linkId);

        (await portal.SendAsync(new OpenRegistrationLink.Command(token, password))).Value.ShouldBe(new OpenRegistrationLink.Outcome.Unusable(LinkStanding.Replaced));
        await portal.SendAsync(new OpenRegistrationLink.Command(newToken, newPassword));
        await portal.SendAsync(new ChooseApplicationType.Command(newLinkId, null));
        (await portal.SendAsync(new ShowProgress.Query(newLinkId))).Value.Entry!.Typed.ShouldBe(typed);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Mail_AfterRequest_CarriesUrlPasswordAndExpiry(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);

        (await portal.SendAsync(new RequestRegistrationLink.Command("nippon-taro@sample.com", "nippon-taro@sample.com"))).Succeeded.ShouldBeTrue();

        var mail = (await portal.DeliverAsync()).ShouldHaveSingleItem();
        mail.To.ShouldBe("nippon-taro@sample.com");
        mail.Subject.ShouldBe("【NEXI】保険利用者・Webユーザー登録用URLのお知らせ");
        mail.Text.ShouldContain("https://portal.example.jp/r/");
        mail.Text.ShouldContain("2026年8月30日(日) 23時59分まで");
    }

    [Theory]
    [InlineData("", "", RegistrationErrors.MailAddressRequired)]
    [InlineData("a b@c.co", "a b@c.co", RegistrationErrors.MailAddressInvalid)]
    [InlineData("a@b.co", "", RegistrationErrors.MailAddressAgainRequired)]
    [InlineData("a@b.co", "a@b.com", RegistrationErrors.MailAddressesDiffer)]
    [InlineData("x@b.co\r\nBcc: e@b.co", "x@b.co\r\nBcc: e@b.co", RegistrationErrors.MailAddressInvalid)]
    [InlineData("\"x\" <a@b.co>", "\"x\" <a@b.co>", RegistrationErrors.MailAddressInvalid)]
    [InlineData("a@b.co,c@d.co", "a@b.co,c@d.co", RegistrationErrors.MailAddressInvalid)]
    [Trait("Requirement", "S11")]
    public async Task Request_WhenAddressIsUnusable_IsRefusedByName(string address, string again, string code)
    {
        await using var portal = await TestPortal.StartAsync();

        var answer = await portal.SendAsync(new RequestRegistrationLink.Command(address, again));

        answer.Errors.ShouldContain(error => error.Code == code);
        (await portal.DeliverAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Address_WhenTypedFullWidth_IsTidied()
    {
        await using var portal = await TestPortal.StartAsync();

        (await portal.SendAsync(new RequestRegistrationLink.Command("ｎｉｐｐｏｎ＠sample.com ", "nippon@sample.com"))).Value.Address.Value.ShouldBe("nippon@sample.com");
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Resending_VoidsTheLinkJustSent(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var first = await portal.ReceiveLinkAsync();
        portal.Clock.Advance(TimeSpan.FromSeconds(5));

        var second = await portal.ReceiveLinkAsync(replaces: first.LinkId);

        (await portal.SendAsync(new LookUpRegistrationLink.Query(first.Token))).Value.Standing.ShouldBe(LinkStanding.Replaced);
        (await portal.SendAsync(new LookUpRegistrationLink.Query(second.Token))).Value.CanBeOpened.ShouldBeTrue();
    }

    [Fact]
    [Trait("Requirement", "S01")]
    public async Task Secrets_AreInNoTableOnceTheMailIsDelivered()
    {
        await using var portal = await TestPortal.StartAsync();
        var (token, password, _) = await portal.ReceiveLinkAsync();

        (await portal.AskAsync<NexiPortal.Application.Mail.IMailDb, List<byte[]>>(db => db.Mails.Select(m => m.SealedBody).ToListAsync())).ShouldAllBe(body => body.Length == 0);
        foreach (var file in Directory.GetFiles(portal.DataDirectory, "portal.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            var bytes = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            bytes.ShouldNotContain(token);
            bytes.ShouldNotContain(password);
        }
    }
}
