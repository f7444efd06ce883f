using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Registration;

/// <summary>⑧b: asking where a case stands, the mail, and its URL.</summary>
public sealed class StatusLinkTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Mail_GoesToTheMailboxOfTheApplication_WithALinkForThirtyMinutes(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (_, number) = await portal.ApplyAsync();

        (await portal.SendAsync(new RequestStatusLink.Command(number.Value, RegistrantSteps.Address))).Succeeded.ShouldBeTrue();

        var mail = (await portal.DeliverAsync())[^1];
        mail.To.ShouldBe(RegistrantSteps.Address);
        mail.Subject.ShouldBe($"【NEXI】申込状況のご案内 {number}");
        mail.Text.ShouldContain("https://portal.example.jp/s/");
        mail.Text.ShouldContain("2026年7月1日(水) 10:30まで(お申し出から30分間)");
    }

    [Theory]
    [InlineData("２６０７－００００１－{0}", "ｎｉｐｐｏｎ-taro＠sample.com ")]
    [InlineData(" 260700001{0} ", "Nippon-Taro+nexi@SAMPLE.com")]
    public async Task Request_TypedInAnyWidthOrCase_IsUnderstood_AndAnsweredToTheAddressOfTheApplication(string typed, string address)
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, number) = await portal.ApplyAsync();

        await portal.SendAsync(new RequestStatusLink.Command(typed.Replace("{0}", number.Value[^1..], StringComparison.Ordinal), address));

        var mail = (await portal.DeliverAsync())[^1];
        (mail.Subject, mail.To).ShouldBe(($"【NEXI】申込状況のご案内 {number}", RegistrantSteps.Address));
    }

    [Theory]
    [InlineData("", RegistrantSteps.Address, nameof(RequestStatusLink.Command.Number), RegistrationErrors.ApplicationNumberRequired)]
    [InlineData("2607-00001-0", RegistrantSteps.Address, nameof(RequestStatusLink.Command.Number), RegistrationErrors.ApplicationNumberInvalid)]
    [InlineData("2607-00123-9\r\nBcc: e@b.co", RegistrantSteps.Address, nameof(RequestStatusLink.Command.Number), RegistrationErrors.ApplicationNumberInvalid)]
    [InlineData("2607-00123-9", "　", nameof(RequestStatusLink.Command.MailAddress), RegistrationErrors.MailAddressRequired)]
    [InlineData("2607-00123-9", "x@b.co\r\nBcc: e@b.co", nameof(RequestStatusLink.Command.MailAddress), RegistrationErrors.MailAddressInvalid)]
    [Trait("Requirement", "S11")]
    public async Task Request_WhenUnusable_IsRefusedAtItsField(string number, string address, string field, string code)
    {
        await using var portal = await TestPortal.StartAsync();

        var error = (await portal.SendAsync(new RequestStatusLink.Command(number, address))).Errors.ShouldHaveSingleItem();

        (error.Field, error.Code).ShouldBe((field, code));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S14")]
    public async Task Request_ThatMatchesNoCase_IsAnsweredAlike_ButNotMailed(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (_, number) = await portal.ApplyAsync();
        var before = (await portal.DeliverAsync()).Count;

        foreach (var (typed, address) in new[] { ("2607-00123-9", RegistrantSteps.Address), (number.Value, "jiro@sample.com"), ("2607-00123-9", "jiro@sample.com") })
            (await portal.SendAsync(new RequestStatusLink.Command(typed, address))).Succeeded.ShouldBeTrue();

        (await portal.DeliverAsync()).Count.ShouldBe(before);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S12")]
    public async Task FourthRequestWithinAnHour_IsNotMailed_AndLeavesTheCountOfRegistrationMailsAlone(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (_, number) = await portal.ApplyAsync();

        for (var i = 0; i < 4; i++) (await portal.SendAsync(new RequestStatusLink.Command(number.Value, RegistrantSteps.Address))).Succeeded.ShouldBeTrue();
        (await portal.DeliverAsync()).Count(mail => mail.Subject.StartsWith("【NEXI】申込状況のご案内", StringComparison.Ordinal)).ShouldBe(3);

        for (var i = 0; i < 3; i++) await portal.SendAsync(new RequestRegistrationLink.Command(RegistrantSteps.Address, RegistrantSteps.Address));
        (await portal.DeliverAsync()).Count(mail => mail.Subject == "【NEXI】保険利用者・Webユーザー登録用URLのお知らせ").ShouldBe(3); // One was sent before.

        portal.Clock.Advance(TimeSpan.FromMinutes(61));
        (await portal.ReceiveStatusLinkAsync(number)).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task StrangersGuesses_DoNotUseUpTheOwnersRequests()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, number) = await portal.ApplyAsync();

        for (var i = 0; i < 20; i++) await portal.SendAsync(new RequestStatusLink.Command("2607-00123-9", RegistrantSteps.Address));

        (await portal.ReceiveStatusLinkAsync(number)).ShouldNotBeEmpty();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Link_OpensTheCase_AndNoneOfTheStepsBefore(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (_, number) = await portal.ApplyAsync();
        await portal.BringToAsync(number, ApplicationState.Reopened);

        var opened = (await portal.SendAsync(new OpenStatusLink.Command(await portal.ReceiveStatusLinkAsync(number)))).Value;

        (await portal.SendAsync(new CheckRegistrantSession.Query(opened.SessionId))).Value.Standing.ShouldBe(CheckRegistrantSession.Standing.Live);
        (await portal.SendAsync(new ShowApplication.Query(opened.LinkId))).Value.Number.ShouldBe(number);
        (await portal.SendAsync(new ShowProgress.Query(opened.LinkId))).Value.IsSubmitted.ShouldBeTrue();
        (await portal.SendAsync(new ChooseApplicationType.Command(opened.LinkId, null))).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.AlreadySubmitted);
    }

    [Theory]
    [InlineData(1_799_999, true)]
    [InlineData(1_800_000, false)]
    [Trait("Requirement", "S06")]
    public async Task Link_OpensAsOftenAsNeeded_UntilItsThirtyMinutesAreOver(int milliseconds, bool opens)
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, number) = await portal.ApplyAsync();
        var token = await portal.ReceiveStatusLinkAsync(number);
        (await portal.SendAsync(new OpenStatusLink.Command(token))).Succeeded.ShouldBeTrue();

        portal.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));

        (await portal.SendAsync(new LookUpStatusLink.Query(token))).Value.ShouldBe(new(IsKnown: true, opens));
        (await portal.SendAsync(new OpenStatusLink.Command(token))).Succeeded.ShouldBe(opens);
    }

    [Theory]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("short")]
    [InlineData("")]
    public async Task UnknownLink_OpensNothing(string token)
    {
        await using var portal = await TestPortal.StartAsync();

        (await portal.SendAsync(new LookUpStatusLink.Query(token))).Value.ShouldBe(new(IsKnown: false, IsLive: false));
        (await portal.SendAsync(new OpenStatusLink.Command(token))).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.StatusLinkUnusable);
    }

    [Fact]
    [Trait("Requirement", "S08")]
    public async Task Looking_ChangesNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, number) = await portal.ApplyAsync();
        var token = await portal.ReceiveStatusLinkAsync(number);
        var told = await portal.AskAsync<IAuditDb, int>(db => db.AuditEntries.CountAsync());

        for (var i = 0; i < 10; i++) (await portal.SendAsync(new LookUpStatusLink.Query(token))).Value.IsLive.ShouldBeTrue();

        (await portal.AskAsync<IRegistrationDb, StatusLink>(db => db.StatusLinks.SingleAsync())).Version.ShouldBe(1);
        (await portal.AskAsync<IRegistrationDb, int>(db => db.Sessions.CountAsync(session => session.ShowsCaseOnly))).ShouldBe(0);
        (await portal.AskAsync<IAuditDb, int>(db => db.AuditEntries.CountAsync())).ShouldBe(told);
    }

    [Fact]
    public async Task Session_OfTheMailedLink_HoldsThoughTheRegistrationLinkWasMadeVoid()
    {
        await using var portal = await TestPortal.StartAsync();
        var (token, password, linkId) = await portal.ReceiveLinkAsync();
        await portal.SendAsync(new OpenRegistrationLink.Command(token, password));
        var number = (await portal.SubmitAsync(linkId, await portal.FillAndConfirmAsync(linkId))).Value;
        for (var i = 0; i < 15; i++)
        {
            await portal.SendAsync(new OpenRegistrationLink.Command(token, "wrng-wrng-wrng"));
            if (i % 5 == 4) portal.Clock.Advance(TimeSpan.FromMinutes(30));
        }

        var opened = (await portal.SendAsync(new OpenStatusLink.Command(await portal.ReceiveStatusLinkAsync(number)))).Value;

        (await portal.SendAsync(new CheckRegistrantSession.Query(opened.SessionId))).Value.Standing.ShouldBe(CheckRegistrantSession.Standing.Live);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    public async Task ClosedCase_IsToldForThirtyDaysMore(int seconds, int mails)
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, number) = await portal.ApplyAsync();
        await portal.BringToAsync(number, ApplicationState.Declined);
        var before = (await portal.DeliverAsync()).Count;
        portal.Clock.Advance(TimeSpan.FromDays(30) + TimeSpan.FromSeconds(seconds));

        await portal.SendAsync(new RequestStatusLink.Command(number.Value, RegistrantSteps.Address));

        ((await portal.DeliverAsync()).Count - before).ShouldBe(mails);
    }

    [Fact]
    [Trait("Requirement", "S01")]
    public async Task Token_IsInNoTableOnceTheMailIsDelivered()
    {
        await using var portal = await TestPortal.StartAsync();
        var (_, number) = await portal.ApplyAsync();
        var token = await portal.ReceiveStatusLinkAsync(number);

        (await portal.AskAsync<IMailDb, byte[]>(db => db.Mails.Where(mail => mail.Kind == "M20").Select(mail => mail.SealedBody).SingleAsync())).ShouldBeEmpty();
        foreach (var file in Directory.GetFiles(portal.DataDirectory, "portal.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldNotContain(token);
        }
    }
}
