using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using static NexiPortal.Domain.Registration.ApplicationState;

namespace NexiPortal.Application.Registration;

/// <summary>
/// The work queue of the back office: how many cases stand in each state, and the cases of one, a page at a time.
/// A deadline that has gone by counts as 期限切れ whether or not it has been told. Every question goes by an index, so it is as fast with 100,000 cases as with 100.
/// </summary>
public static class WorkQueue
{
    /// <summary>Cases a page.</summary>
    public const int PageSize = 50;

    /// <summary>Last page there is: whoever looks further has to search, or to sort the other way round.</summary>
    public const int LastPage = 40;

    /// <summary>The cases of a state are counted this far, and said to be more from there on.</summary>
    public const int CountedTo = 1000;

    /// <summary>Most cases a search brings to light each way it reads what was typed; beyond it more has to be typed.</summary>
    public const int FoundAtMost = 200;

    /// <summary>What the list is sorted by.</summary>
    public enum Order
    {
        /// <summary>What is most urgent: see <see cref="RegistrationApplication.DueAt"/>.</summary>
        Due,

        /// <summary>受付番号, which is also the order of submission.</summary>
        Number,

        /// <summary>申込種類, then 受付番号.</summary>
        Type,
    }

    /// <summary>The question.</summary>
    /// <param name="State">State to list; null for all.</param>
    /// <param name="Type">Kind to list; null for all.</param>
    /// <param name="Search">Beginning of a 受付番号, 保険利用者コード, name, kana, telephone or mail address, in any spelling; empty for no search.</param>
    /// <param name="By">What the list is sorted by.</param>
    /// <param name="IsDescending">Whether the other way round.</param>
    /// <param name="Page">Page, from 1.</param>
    public sealed record Query(ApplicationState? State = null, ApplicationType? Type = null, string Search = "", Order By = Order.Due, bool IsDescending = false, int Page = 1)
        : IRequest<Result<View>>;

    /// <summary>The answer.</summary>
    /// <param name="Counts">Every state and how many cases stand in it.</param>
    /// <param name="Rows">The cases of the page.</param>
    /// <param name="HasMore">Whether there is another page.</param>
    /// <param name="FoundTooMany">Whether the search found more than can be listed.</param>
    /// <param name="StaffNames">氏名 of who asked for the approvals that cases of the page wait for.</param>
    public sealed record View(IReadOnlyList<StateCount> Counts, IReadOnlyList<Row> Rows, bool HasMore, bool FoundTooMany, IReadOnlyDictionary<Actor, string> StaffNames);

    /// <summary>A state and its cases.</summary>
    /// <param name="State">The state.</param>
    /// <param name="Count">How many.</param>
    /// <param name="OrMore">Whether they were counted no further.</param>
    public sealed record StateCount(ApplicationState State, int Count, bool OrMore);

    /// <summary>A case in the list.</summary>
    /// <param name="Number">受付番号.</param>
    /// <param name="Type">申込種類.</param>
    /// <param name="State">Where it stands now.</param>
    /// <param name="Company">保険利用者名(漢字), with the name of the branch.</param>
    /// <param name="SubmittedAt">When it was first submitted.</param>
    /// <param name="Revision">Which revision counts.</param>
    /// <param name="ExpiresAt">Deadline of what is waited for; null when nothing is.</param>
    /// <param name="Clock">Its business-day clock; null when none runs.</param>
    /// <param name="ApprovalRequestedBy">Who asked for the approval it waits for; null when it waits for none.</param>
    public sealed record Row(
        ApplicationNumber Number, ApplicationType Type, ApplicationState State, string Company, DateTimeOffset SubmittedAt, int Revision,
        DateTimeOffset? ExpiresAt, DispatchClock? Clock, Actor? ApprovalRequestedBy);

    internal sealed class Handler(IRegistrationDb db, IStaffNames staff, RegistrationPolicy policy, TimeProvider clock) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var past = JapanTime.LatestPastAt(now);
            var isSearch = request.Search.Trim().Length > 0;
            var entries = isSearch ? Found(request.Search) : db.Applications.Select(AsEntry);
            var page = await PageOf(entries, request, past).ToListAsync(cancellationToken);
            var rows = await ReadAsync([.. page.Take(PageSize).Select(entry => entry.Id)], now, cancellationToken);
            return new View(
                await CountAsync(past, cancellationToken),
                rows,
                HasMore: page.Count > PageSize && request.Page < LastPage,
                FoundTooMany: isSearch && await entries.CountAsync(cancellationToken) >= FoundAtMost,
                await staff.OfAsync([.. rows.Select(row => row.ApprovalRequestedBy).OfType<Actor>()], cancellationToken));
        }

        private IQueryable<Entry> Found(string typed) =>
            db.Applications.Matching(typed).Select(way => way.Select(AsEntry).Take(FoundAtMost)).Aggregate((all, way) => all.Union(way));

        private async Task<IReadOnlyList<Row>> ReadAsync(Guid[] ids, DateTimeOffset now, CancellationToken ct)
        {
            var cases = await db.Applications.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(ct);
            return [.. cases.OrderBy(a => Array.IndexOf(ids, a.Id)).Select(a => RowOf(a, policy, now))];
        }

        private async Task<IReadOnlyList<StateCount>> CountAsync(DateTimeOffset past, CancellationToken ct)
        {
            var entries = db.Applications.Select(AsEntry);
            var counted = await Enum.GetValues<ApplicationState>()
                .SelectMany(state => PartsOf(entries, state, past).Select(part => part.Take(CountedTo).GroupBy(_ => state).Select(same => new { State = same.Key, Count = same.Count() })))
                .Aggregate((all, some) => all.Concat(some))
                .ToListAsync(ct);
            return [.. Enum.GetValues<ApplicationState>().Select(state =>
            {
                var count = counted.Where(c => c.State == state).Sum(c => c.Count);
                return new StateCount(state, Math.Min(count, CountedTo), count >= CountedTo);
            })];
        }
    }

    /// <summary>What a case is listed by.</summary>
    private sealed class Entry
    {
        public required Guid Id { get; init; }

        public required ApplicationNumber Number { get; init; }

        public required ApplicationType Type { get; init; }

        public required ApplicationState State { get; init; }

        public required DateTimeOffset DueAt { get; init; }
    }

    private static readonly Expression<Func<RegistrationApplication, Entry>> AsEntry = a =>
        new Entry { Id = a.Id, Number = a.Number, Type = a.Type, State = a.State, DueAt = a.DueAt };

    // One case more than the page shows tells whether there is another page. Each part is taken off its own index in order, then they are merged.
    private static IQueryable<Entry> PageOf(IQueryable<Entry> all, Query request, DateTimeOffset past)
    {
        // Closed cases are all due alike: their order is that of their numbers, and has an index for each kind.
        if (request is { By: Order.Due, State: Completed or Declined or Withdrawn }) request = request with { By = Order.Number };
        var skipped = (Math.Clamp(request.Page, 1, LastPage) - 1) * PageSize;
        if (request.Type is { } type) all = all.Where(entry => entry.Type == type);
        var parts = PartsOf(all, request.State, past).Select(part => InOrder(part, request)).ToList();
        return parts.Count == 1
            ? parts[0].Skip(skipped).Take(PageSize + 1)
            : InOrder(parts.Select(part => part.Take(skipped + PageSize + 1)).Aggregate((some, more) => some.Concat(more)), request).Skip(skipped).Take(PageSize + 1);
    }

    private static IEnumerable<IQueryable<Entry>> PartsOf(IQueryable<Entry> all, ApplicationState? state, DateTimeOffset past) => state switch
    {
        null => [all],
        Expired => [all.Where(entry => entry.State == Expired), .. ApplicationStates.Waiting.Select(waiting => all.Where(entry => entry.State == waiting && entry.DueAt <= past))],
        { } waiting when ApplicationStates.Waiting.Contains(waiting) => [all.Where(entry => entry.State == waiting && entry.DueAt > past)],
        _ => [all.Where(entry => entry.State == state)],
    };

    private static IQueryable<Entry> InOrder(IQueryable<Entry> entries, Query request) => (request.By, request.IsDescending) switch
    {
        (Order.Number, false) => entries.OrderBy(entry => entry.Number),
        (Order.Number, true) => entries.OrderByDescending(entry => entry.Number),
        (Order.Type, false) => entries.OrderBy(entry => entry.Type).ThenBy(entry => entry.Number),
        (Order.Type, true) => entries.OrderByDescending(entry => entry.Type).ThenByDescending(entry => entry.Number),
        (_, false) => entries.OrderBy(entry => entry.DueAt).ThenBy(entry => entry.Number),
        (_, true) => entries.OrderByDescending(entry => entry.DueAt).ThenByDescending(entry => entry.Number),
    };

    private static Row RowOf(RegistrationApplication a, RegistrationPolicy policy, DateTimeOffset now) => new(
        a.Number, a.Type, a.StateAt(now), a.Company, a.History[0].At, a.Revision, a.ExpiresAt, a.ClockAt(now, policy), a.State == AwaitingApproval ? a.ApprovalRequestedBy : null);
}
