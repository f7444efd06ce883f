using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Registration;

public sealed class SubmitApplicationTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Submission_GivesNumberDeadlineAndMail(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var linkId = await portal.EnterAsync();
        var version = await portal.FillAndConfirmAsync(linkId);

        var number = (await portal.SubmitAsync(linkId, version)).Value;

        number.Value.ShouldStartWith("2607-00001-");
        var shown = (await portal.SendAsync(new ShowApplication.Query(linkId))).Value;
        shown.Number.ShouldBe(number);
        shown.State.ShouldBe(ApplicationState.AwaitingPaper);
        shown.FormExpiresAt.ShouldBe(new DateTimeOffset(2026, 9, 29, 23, 59, 59, TimeSpan.FromHours(9)));
        var mail = (await portal.DeliverAsync())[^1];
        mail.Subject.ShouldBe($"【NEXI】申込情報を受信しました(申込書をお送りください) {number}");
        mail.Text.ShouldContain("2026年9月29日(火)(必着)");
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    [Trait("Requirement", "S46")]
    public async Task TwentySubmissionsAtOnce_MakeOneApplicationAndOneMail(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var linkId = await portal.EnterAsync();
        var version = await portal.FillAndConfirmAsync(linkId);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => portal.SubmitAsync(linkId, version))));

        answers.Select(answer => answer.Value).Distinct().ShouldHaveSingleItem();
        (await portal.AskAsync<IRegistrationDb, int>(db => db.Applications.CountAsync())).ShouldBe(1);
        (await portal.DeliverAsync()).Count(mail => mail.Subject.Contains("申込情報を受信しました", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Numbers_CountUpWithinTheMonth_AndBeginAnewInTheNext(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var numbers = new List<string>();
        foreach (var (address, instant) in new[]
                 {
                     ("a@sample.com", TestPortal.Start),
                     ("b@sample.com", new DateTimeOffset(2026, 7, 31, 23, 59, 0, TimeSpan.FromHours(9))),
                     ("c@sample.com", new DateTimeOffset(2026, 8, 1, 0, 0, 0, TimeSpan.FromHours(9))),
                 })
        {
            portal.Clock.SetUtcNow(instant);
            var linkId = await portal.EnterAsync(address);
            numbers.Add((await portal.SubmitAsync(linkId, await portal.FillAndConfirmAsync(linkId))).Value.Value[..10]);
        }

        numbers.ShouldBe(["2607-00001", "2607-00002", "2608-00001"]);
    }

    [Fact]
    public async Task Submission_WithoutConsent_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        var linkId = await portal.EnterAsync();
        var version = await portal.FillAndConfirmAsync(linkId);

        (await portal.SubmitAsync(linkId, version, agreed: false)).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.ConsentRequired);
    }

    [Fact]
    public async Task Submission_OfTermsRevisedMeanwhile_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        var linkId = await portal.EnterAsync();
        var version = await portal.FillAndConfirmAsync(linkId);

        (await portal.SubmitAsync(linkId, version, termsVersion: "0.9")).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.TermsRevised);
    }

    [Fact]
    public async Task Submission_OfValuesChangedInAnotherTab_IsRefused()
    {
        await using var portal = await TestPortal.StartAsync();
        var linkId = await portal.EnterAsync();
        var version = await portal.FillAndConfirmAsync(linkId);
        var other = Entries.Complete(ApplicationType.HeadOffice).With(ApplicationFields.CompanyName, "株式会社別");
        await portal.SendAsync(new EnterDetails.Command(linkId, ApplicationType.HeadOffice, version, other, EnterDetails.Button.GoOn));

        (await portal.SubmitAsync(linkId, version)).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.DraftChanged);
        (await portal.SubmitAsync(linkId, await portal.VersionAsync(linkId))).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.NotConfirmed);
    }

    [Fact]
    public async Task Draft_AfterSubmission_HoldsNothingAndTakesNothing()
    {
        await using var portal = await TestPortal.StartAsync();
        var linkId = await portal.EnterAsync();
        await portal.SubmitAsync(linkId, await portal.FillAndConfirmAsync(linkId));

        (await portal.SendAsync(new ShowProgress.Query(linkId))).Value.Entry.ShouldBeNull();
        (await portal.SendAsync(new ChooseApplicationType.Command(linkId, ApplicationType.Branch))).Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.AlreadySubmitted);
    }

    [Fact]
    public async Task SubmittedLink_GoesOnOpeningTheCase_UntilThirtyDaysAfterItsDeadline()
    {
        await using var portal = await TestPortal.StartAsync();
        var (token, password, linkId) = await portal.ReceiveLinkAsync();
        await portal.SendAsync(new OpenRegistrationLink.Command(token, password));
        await portal.SubmitAsync(linkId, await portal.FillAndConfirmAsync(linkId));

        portal.Clock.SetUtcNow(TestPortal.Start.AddDays(100));
        (await portal.SendAsync(new OpenRegistrationLink.Command(token, password))).Value.ShouldBeOfType<OpenRegistrationLink.Outcome.Opened>();
        (await portal.SendAsync(new ShowApplication.Query(linkId))).Value.State.ShouldBe(ApplicationState.Expired);

        portal.Clock.SetUtcNow(TestPortal.Start.AddDays(121));
        (await portal.SendAsync(new OpenRegistrationLink.Command(token, password))).Value.ShouldBe(new OpenRegistrationLink.Outcome.Unusable(LinkStanding.Expired));
    }

    [Theory]
    [InlineData(ApplicationType.HeadOffice)]
    [InlineData(ApplicationType.Branch)]
    [InlineData(ApplicationType.WebUser)]
    public async Task Form_PrintedTwice_IsTheSame(ApplicationType type)
    {
        await using var portal = await TestPortal.StartAsync();
        var linkId = await portal.EnterAsync();
        await portal.SubmitAsync(linkId, await portal.FillAndConfirmAsync(linkId, type));

        var first = (await portal.SendAsync(new PrintApplicationForm.Query(linkId))).Value;
        portal.Clock.Advance(TimeSpan.FromDays(3));
        var second = (await portal.SendAsync(new PrintApplicationForm.Query(linkId))).Value;

        second.Pdf.ShouldBe(first.Pdf);
        first.FileName.ShouldStartWith(type.FormTitle());
    }
}
