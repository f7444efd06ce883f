using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Mail;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Mail;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;
using static NexiPortal.Domain.Registration.ApplicationState;

namespace NexiPortal.Application.Tests.Registration;

/// <summary>The mails about a case: what became of each, and which can be sent once more.</summary>
public sealed class CaseMailsTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Log_HasEveryMailFromTheFirstLinkOn_AndNoOtherCases(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.SubmitCaseAsync(address: "other@sample.com");
        var number = await portal.CaseInAsync(Reopened);
        await portal.DeliverAsync();

        var mails = await LogAsync(portal, number);

        mails.Select(mail => mail.Kind).ShouldBe(["M01", "M02", "M04"]);
        mails.ShouldAllBe(mail => mail.To.Value == RegistrantSteps.Address && mail.State == MailState.Delivered && mail.Attempts == 1 && mail.DeliveredAt == TestPortal.Start);
        mails.Select(mail => mail.CanBeRepeated).ShouldBe([false, true, false]);
    }

    [Fact]
    [Trait("Requirement", "F10")]
    public async Task Log_OfARefusedMail_TellsWhatTheServerSaid()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.SubmitCaseAsync();
        await portal.AskAsync<IMailDb, Result>(async db =>
        {
            (await db.Mails.SingleAsync(mail => mail.Kind == "M02")).GiveUp("SMTP 550");
            return await db.SaveAsync(CancellationToken.None);
        });

        var mail = (await LogAsync(portal, number))[^1];

        (mail.State, mail.LastRefusal, mail.CanBeRepeated).ShouldBe((MailState.Failed, "SMTP 550", true));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Mail_SentOnceMore_ArrivesAgainUnderAnotherMessageId(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.SubmitCaseAsync();
        await portal.DeliverAsync();
        var id = (await LogAsync(portal, number))[^1].Id;

        (await portal.SendAsync(new ResendMail.Command(id), CaseSteps.Clerk)).Succeeded.ShouldBeTrue();

        var sent = (await portal.DeliverAsync()).Where(mail => mail.Subject.Contains("申込情報を受信しました", StringComparison.Ordinal)).ToList();
        sent.Count.ShouldBe(2);
        sent[1].Text.ShouldBe(sent[0].Text);
        sent[1].Id.ShouldNotBe(sent[0].Id);
        (await LogAsync(portal, number)).Select(mail => mail.CanBeRepeated).ShouldBe([false, false, true]);
        (await portal.AskAsync<IAuditDb, string>(db => db.AuditEntries.Where(e => e.Action == nameof(MailRepeated)).Select(e => e.Actor).SingleAsync())).ShouldBe(CaseSteps.Clerk);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Mail_SentOnceMoreByManyAtOnce_GoesOutOnce(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.SubmitCaseAsync();
        await portal.DeliverAsync();
        var id = (await LogAsync(portal, number))[^1].Id;

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => portal.SendAsync(new ResendMail.Command(id)))));

        answers.Count(answer => answer.Succeeded).ShouldBe(1);
        answers.Where(answer => !answer.Succeeded).ShouldAllBe(answer => answer.Errors[0].Code == MailErrors.AlreadyRepeated);
        (await LogAsync(portal, number)).Count(mail => mail.Kind == "M02").ShouldBe(2);
    }

    [Fact]
    public async Task Mail_WithASecret_IsNotSentOnceMore()
    {
        await using var portal = await TestPortal.StartAsync();
        var number = await portal.CaseInAsync(Reopened);
        await portal.DeliverAsync();
        foreach (var mail in (await LogAsync(portal, number)).Where(mail => mail.Kind is "M01" or "M04"))
            (await portal.SendAsync(new ResendMail.Command(mail.Id))).Errors.ShouldHaveSingleItem().Code.ShouldBe(MailErrors.TextWiped);
        (await portal.SendAsync(new ResendMail.Command(Guid.NewGuid()))).Errors.ShouldHaveSingleItem().Code.ShouldBe(MailErrors.Unknown);
    }

    [Fact]
    public async Task Log_OfANumberNobodyHas_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        (await portal.SendAsync(new CaseMails.Query(ApplicationNumber.Of(JapanTime.DateAt(TestPortal.Start), 9)))).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.CaseUnknown);
    }

    private static async Task<IReadOnlyList<LoggedMail>> LogAsync(TestPortal portal, ApplicationNumber number) => (await portal.SendAsync(new CaseMails.Query(number))).Value.Mails;
}
