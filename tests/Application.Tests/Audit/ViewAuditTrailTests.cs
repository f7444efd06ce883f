using NexiPortal.Application.Audit;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Audit;
using NexiPortal.Domain.Registration;
using NexiPortal.Infrastructure.Persistence;
using NexiPortal.TestSupport;
using static NexiPortal.Application.Audit.ViewAuditTrail;

namespace NexiPortal.Application.Tests.Audit;

/// <summary>監査証跡: the latest first, narrowed down, and no entry shown twice or skipped from page to page.</summary>
public sealed class ViewAuditTrailTests
{
    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Trail_OfACase_HasWhatWasDoneByItsLinksToo_WithItsNumber(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.SubmitCaseAsync(address: "other@sample.com");
        portal.Clock.Advance(TimeSpan.FromMinutes(1));
        var number = await portal.CaseInAsync(ApplicationState.Reopened);

        var rows = (await ViewAsync(portal, new() { Subject = number.Value })).Rows;

        (await ActionsAsync(portal, new() { Subject = number.Value })).ShouldBe(
            [nameof(ResumeLinkIssued), nameof(ApplicationReopened), nameof(ApplicationSubmitted), nameof(RegistrationLinkOpened), nameof(RegistrationLinkIssued)], ignoreOrder: true);
        rows.ShouldAllBe(row => row.Subject == new NamedSubject(SubjectKind.Application, number.Value));
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Filters_NarrowDownByDayPersonAndAction(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var number = await portal.SubmitCaseAsync();
        portal.Clock.Advance(TimeSpan.FromHours(14)); // The next day in Japan begins, to the second.
        await portal.DoAsync(number, ApplicationVerb.RegisterReceipt);
        await portal.SendAsync(new AddCaseNote.Command(number, "メモ"), CaseSteps.Approver);
        DateOnly day1 = new(2026, 7, 1), day2 = new(2026, 7, 2);

        (await ActionsAsync(portal, new() { Until = day1 })).ShouldBe([nameof(RegistrationLinkIssued), nameof(RegistrationLinkOpened), nameof(ApplicationSubmitted)], ignoreOrder: true);
        (await ActionsAsync(portal, new() { From = day2, Until = day2 })).ShouldBe([nameof(CaseNoteAdded), nameof(PaperReceived)], ignoreOrder: true);
        (await ActionsAsync(portal, new() { By = "ＣＬＥＲＫ " })).ShouldBe([nameof(PaperReceived)]);
        (await ActionsAsync(portal, new() { Action = nameof(CaseNoteAdded) })).ShouldBe([nameof(CaseNoteAdded)]);
        (await ActionsAsync(portal, new() { Subject = "2607-99999-0" })).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task CharactersThatNoDatabaseKeeps_FindNothing(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        await portal.SubmitCaseAsync();

        (await ActionsAsync(portal, new() { By = "clerk\0" })).ShouldBeEmpty();
        (await ActionsAsync(portal, new() { Action = "\0" })).ShouldBeEmpty();
        (await ActionsAsync(portal, new() { Subject = "\0" })).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(OnEachDatabase))]
    public async Task Pages_FollowOnEachOther_AlsoWhereEntriesShareAnInstant(DatabaseProvider database)
    {
        await using var portal = await TestPortal.StartAsync(database);
        var written = Enumerable.Range(0, 130).Select(i => AuditEntry.Of("test", "Tested", Guid.CreateVersion7(), TestPortal.Start.AddSeconds(i / 40))).ToList();
        await portal.ChangeAsync<IAuditDb>(db =>
        {
            db.AuditEntries.AddRange(written);
            return Task.CompletedTask;
        });

        var seen = new List<AuditEntry>();
        View page;
        do
        {
            page = await ViewAsync(portal, new() { Behind = seen.Count == 0 ? null : seen[^1].Id });
            seen.AddRange(page.Rows.Select(row => row.Entry));
        }
        while (page.HasMore);

        seen.Select(entry => entry.Id).ShouldBe(written.Select(entry => entry.Id), ignoreOrder: true);
        seen.Select(entry => entry.OccurredAt).ShouldBe(seen.Select(entry => entry.OccurredAt).OrderDescending());
    }

    private static async Task<View> ViewAsync(TestPortal portal, Query query) => (await portal.SendAsync(query)).Value;

    // But for the looks: the steps look at the case before they do something to it.
    private static async Task<IEnumerable<string>> ActionsAsync(TestPortal portal, Query query) =>
        (await ViewAsync(portal, query)).Rows.Select(row => row.Entry.Action).Where(action => action != Looks.Case);
}
