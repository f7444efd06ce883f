using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;

namespace NexiPortal.Application.Tests.Registration;

public sealed class ShowApplicationTests
{
    public static TheoryData<ApplicationState> States => [.. Enum.GetValues<ApplicationState>()];

    [Theory, MemberData(nameof(States))]
    public async Task View_InEveryState_NamesIt_AndNothingOfStaffs(ApplicationState state)
    {
        await using var portal = await TestPortal.StartAsync();
        var (linkId, number) = await portal.ApplyAsync();
        await portal.BringToAsync(number, state);

        var view = (await portal.SendAsync(new ShowApplication.Query(linkId))).Value;

        view.State.ShouldBe(state);
        var everything = $"{view} {string.Join(' ', view.Milestones)}";
        everything.ShouldNotContain(CaseSteps.StaffsNote);
        everything.ShouldNotContain("staff:");
    }

    [Fact]
    public async Task Milestones_AreInOrder_HoweverTheDatabaseKeepsThem()
    {
        await using var portal = await TestPortal.StartAsync(DatabaseProvider.PostgreSql);
        var (linkId, number) = await portal.ApplyAsync();
        await portal.BringToAsync(number, ApplicationState.Completed);
        // PostgreSQL puts a changed row behind the others, and without the index reads them as they lie.
        await portal.AskAsync<IRegistrationDb, int>(db => ((DbContext)db).Database.ExecuteSqlRawAsync(
            """ALTER TABLE "ApplicationHistory" DROP CONSTRAINT "PK_ApplicationHistory"; UPDATE "ApplicationHistory" SET "Note" = '' WHERE "Ordinal" = 1"""));

        (await portal.SendAsync(new ShowApplication.Query(linkId))).Value.Milestones.Select(milestone => milestone.Verb)
            .ShouldBe([ApplicationVerb.Submit, ApplicationVerb.RegisterReceipt, ApplicationVerb.RequestApproval, ApplicationVerb.RegisterDispatch]);
    }

    [Theory]
    [InlineData(ApplicationState.AwaitingPaper, true)]
    [InlineData(ApplicationState.AwaitingCorrection, true)]
    [InlineData(ApplicationState.Reopened, false)]
    [InlineData(ApplicationState.Completed, false)]
    [InlineData(ApplicationState.Withdrawn, false)]
    [InlineData(ApplicationState.Expired, false)]
    public async Task Form_IsPrintedOnlyWhileItsRevisionCounts(ApplicationState state, bool prints)
    {
        await using var portal = await TestPortal.StartAsync();
        var (linkId, number) = await portal.ApplyAsync();
        await portal.BringToAsync(number, state);

        var form = await portal.SendAsync(new PrintApplicationForm.Query(linkId));

        (await portal.SendAsync(new ShowApplication.Query(linkId))).Value.CanPrintForm.ShouldBe(prints);
        if (prints) form.Value.Pdf.ShouldNotBeEmpty();
        else form.Errors.ShouldHaveSingleItem().Code.ShouldBe(RegistrationErrors.FormNotPrintable);
    }

    [Fact]
    public async Task Form_SubmittedAgain_IsPrintedAsTheNextRevision_AlsoWithTheFirstLink()
    {
        await using var portal = await TestPortal.StartAsync();
        var (linkId, number) = await portal.ApplyAsync();
        var first = (await portal.SendAsync(new PrintApplicationForm.Query(linkId))).Value.Pdf;
        await portal.BringToAsync(number, ApplicationState.Reopened);
        var resume = await portal.ResumeLinkAsync(number);

        (await portal.SubmitAsync(resume.Id, await portal.FillAndConfirmAsync(resume.Id))).Value.ShouldBe(number);

        var second = (await portal.SendAsync(new PrintApplicationForm.Query(resume.Id))).Value.Pdf;
        second.ShouldNotBe(first);
        (await portal.SendAsync(new PrintApplicationForm.Query(linkId))).Value.Pdf.ShouldBe(second);
        (await portal.SendAsync(new ShowApplication.Query(linkId))).Value.Revision.ShouldBe(2);
    }
}
