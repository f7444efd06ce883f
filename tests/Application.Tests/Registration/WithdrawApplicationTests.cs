using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Registration;

public sealed class WithdrawApplicationTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Withdrawal_ClosesTheCase_AndTellsByMail(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (linkId, number) = await portal.ApplyAsync();

        (await WithdrawAsync(portal, linkId)).Succeeded.ShouldBeTrue();

        var shown = (await portal.SendAsync(new ShowApplication.Query(linkId))).Value;
        (shown.State, shown.CanWithdraw, shown.CanPrintForm, shown.ExpiresAt).ShouldBe((ApplicationState.Withdrawn, false, false, null));
        shown.Milestones[^1].Verb.ShouldBe(ApplicationVerb.Withdraw);
        var mail = (await portal.DeliverAsync())[^1];
        (mail.To, mail.Subject).ShouldBe((RegistrantSteps.Address, $"【NEXI】取下げを受け付けました {number}"));
        mail.Text.ShouldContain("https://portal.example.jp/registration/mail-address");
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task TenWithdrawalsAtOnce_AreOne(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (linkId, _) = await portal.ApplyAsync();
        var version = (await portal.SendAsync(new ShowApplication.Query(linkId))).Value.Version;

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => portal.SendAsync(new WithdrawApplication.Command(linkId, version)))));

        answers.ShouldAllBe(answer => answer.Succeeded);
        (await portal.SendAsync(new ShowApplication.Query(linkId))).Value.Milestones.Count.ShouldBe(2);
        (await portal.DeliverAsync()).Count(mail => mail.Subject.StartsWith("【NEXI】取下げ", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Withdrawal_WhileReopened_SpendsTheResumeLink_AndForgetsWhatWasBeingEntered(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var (linkId, number) = await portal.ApplyAsync();
        await portal.BringToAsync(number, ApplicationState.Reopened);
        var resume = await portal.ResumeLinkAsync(number);
        await portal.SendAsync(new ChooseApplicationType.Command(resume.Id, null));
        (await portal.SendAsync(new ShowProgress.Query(resume.Id))).Value.Entry.ShouldNotBeNull();

        (await WithdrawAsync(portal, linkId)).Succeeded.ShouldBeTrue();

        var progress = (await portal.SendAsync(new ShowProgress.Query(resume.Id))).Value;
        (progress.IsSubmitted, progress.Entry, progress.Saved).ShouldBe((true, null, null));
        (await portal.SendAsync(new ChooseApplicationType.Command(resume.Id, null))).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.AlreadySubmitted);
        (await portal.SendAsync(new ShowApplication.Query(resume.Id))).Value.State.ShouldBe(ApplicationState.Withdrawn);
    }

    [Fact]
    public async Task Withdrawal_OfACaseThatChangedSinceThePageWasShown_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        var (linkId, number) = await portal.ApplyAsync();
        var version = (await portal.SendAsync(new ShowApplication.Query(linkId))).Value.Version;
        await portal.BringToAsync(number, ApplicationState.Reopened);

        (await portal.SendAsync(new WithdrawApplication.Command(linkId, version))).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.CaseChanged);
        (await WithdrawAsync(portal, linkId)).Succeeded.ShouldBeTrue();
    }

    [Theory]
    [InlineData(ApplicationState.InReview)]
    [InlineData(ApplicationState.AwaitingCorrection)]
    [InlineData(ApplicationState.Approved)]
    [InlineData(ApplicationState.Declined)]
    [InlineData(ApplicationState.Expired)]
    public async Task Withdrawal_OnceThePaperHasArrivedOrTheCaseIsClosed_IsRefused(ApplicationState state)
    {
        await using var portal = await TestPortal.StartAsync();
        var (linkId, number) = await portal.ApplyAsync();
        await portal.BringToAsync(number, state);

        (await portal.SendAsync(new ShowApplication.Query(linkId))).Value.CanWithdraw.ShouldBeFalse();
        (await WithdrawAsync(portal, linkId)).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.CaseChanged);
        (await portal.AskAsync<IRegistrationDb, RegistrationApplication>(db => db.Applications.SingleAsync())).State.ShouldBe(state);
    }

    [Fact]
    public async Task Withdrawal_BeforeAnythingWasSubmitted_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();

        (await portal.SendAsync(new WithdrawApplication.Command(await portal.EnterAsync(), 1))).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.NotSubmitted);
    }

    private static async Task<Domain.Common.Result> WithdrawAsync(TestPortal portal, Guid linkId) =>
        await portal.SendAsync(new WithdrawApplication.Command(linkId, (await portal.SendAsync(new ShowApplication.Query(linkId))).Value.Version));
}
