using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using Verb = NexiPortal.Domain.Registration.ApplicationVerb;

namespace NexiPortal.Application.Registration;

/// <summary>統計 of the last weeks: how many applications came in, how long they took, what had to be corrected, and at which step people stopped.</summary>
public static class ViewStatistics
{
    /// <summary>Longest period in weeks.</summary>
    public const int MostWeeks = 52;

    /// <summary>The question.</summary>
    /// <param name="Weeks">How many weeks back, the present one among them: 1 to <see cref="MostWeeks"/>.</param>
    public sealed record Query(int Weeks) : IRequest<Result<View>>;

    /// <summary>The answer.</summary>
    /// <param name="From">First day: a Monday.</param>
    /// <param name="Until">Last day: today.</param>
    /// <param name="Weeks">Applications by week, every week of the period, oldest first.</param>
    /// <param name="LeadTimes">How long it took from the paper's arrival to the letter, of the letters dispatched in the period.</param>
    /// <param name="Corrections">Why corrections were requested in the period, the most frequent reason first.</param>
    /// <param name="CorrectionRequests">How many requests that were; one can have several reasons, or none but a note.</param>
    /// <param name="Stages">How many of those who were sent a 登録用URL in the period have come how far by now.</param>
    public sealed record View(
        DateOnly From, DateOnly Until, IReadOnlyList<Week> Weeks, LeadTimes LeadTimes,
        IReadOnlyList<ReasonCount> Corrections, int CorrectionRequests, IReadOnlyList<StageCount> Stages);

    /// <summary>Applications submitted in a week for the first time.</summary>
    /// <param name="Monday">Its first day.</param>
    /// <param name="Counts">How many of each kind.</param>
    public sealed record Week(DateOnly Monday, IReadOnlyDictionary<ApplicationType, int> Counts)
    {
        /// <summary>How many in all.</summary>
        public int Total => Counts.Values.Sum();
    }

    /// <summary>Business days from the paper's arrival to the first dispatch, without the days the registrant was waited for.</summary>
    /// <param name="Days">Business days of each case, in order.</param>
    public sealed record LeadTimes(IReadOnlyList<int> Days)
    {
        /// <summary>At most so many for one half of the cases; null when there are none.</summary>
        public int? Median => Percentile(50);

        /// <summary>At most so many for 90 % of the cases; null when there are none.</summary>
        public int? Ninetieth => Percentile(90);

        // The nearest rank: a number of days that a case really took.
        private int? Percentile(int percent) => Days.Count == 0 ? null : Days[((Days.Count * percent) + 99) / 100 - 1];
    }

    /// <summary>A reason for correction and how often it was given.</summary>
    public sealed record ReasonCount(CorrectionReason Reason, int Count);

    /// <summary>How many have come at least so far.</summary>
    public sealed record StageCount(Stage Stage, int Count);

    /// <summary>The way from ⑥ to the letter.</summary>
    public enum Stage
    {
        /// <summary>⑥: the 登録用URL was sent.</summary>
        Sent,

        /// <summary>⑧: it was opened.</summary>
        Opened,

        /// <summary>⑨: a kind was chosen.</summary>
        Chosen,

        /// <summary>⑩: everything was entered.</summary>
        Entered,

        /// <summary>⑪: it was confirmed.</summary>
        Confirmed,

        /// <summary>⑫: the application was submitted.</summary>
        Submitted,

        /// <summary>The stamped form arrived.</summary>
        Received,

        /// <summary>The application was approved.</summary>
        Approved,

        /// <summary>The letter went out.</summary>
        Dispatched,
    }

    internal sealed class Handler(IRegistrationDb db, TimeProvider clock) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var today = JapanTime.DateAt(clock.Now());
            var from = MondayOf(today).AddDays(-7 * (Math.Clamp(request.Weeks, 1, MostWeeks) - 1));
            var since = JapanTime.StartOf(from);
            var corrections = await CorrectionsAsync(since, cancellationToken);
            return new View(
                from, today,
                await WeeksAsync(from, today, cancellationToken),
                await LeadTimesAsync(from, cancellationToken),
                [.. CorrectionReasons.All.Select(reason => new ReasonCount(reason, corrections.Count(items => items.Contains(reason.Key)))).Where(r => r.Count > 0).OrderByDescending(r => r.Count)],
                corrections.Count,
                await StagesAsync(since, cancellationToken));
        }

        private async Task<IReadOnlyList<Week>> WeeksAsync(DateOnly from, DateOnly today, CancellationToken ct)
        {
            var since = JapanTime.StartOf(from);
            var submitted = await db.Applications
                .SelectMany(a => a.History.Where(entry => entry.Verb == Verb.Submit && entry.At >= since && entry.Ordinal == 1), (a, entry) => new { a.Type, entry.At })
                .ToListAsync(ct);
            var counts = submitted.CountBy(application => (Monday: MondayOf(JapanTime.DateAt(application.At)), application.Type)).ToDictionary();
            var weeks = new List<Week>();
            for (var monday = from; monday <= today; monday = monday.AddDays(7))
                weeks.Add(new(monday, Enum.GetValues<ApplicationType>().ToDictionary(type => type, type => counts.GetValueOrDefault((monday, type)))));
            return weeks;
        }

        private async Task<LeadTimes> LeadTimesAsync(DateOnly from, CancellationToken ct)
        {
            // Registered on the day itself or later, so that the index over the instants finds every one of them.
            var since = JapanTime.StartOf(from);
            var cases = DispatchedSince(since);
            var dispatched = await db.Applications.Where(a => cases.Contains(a.Id))
                .Select(a => new { a.ReceivedOn, History = a.History.OrderBy(entry => entry.Ordinal).Select(entry => new { entry.Verb, entry.At, entry.On }).ToList() })
                .ToListAsync(ct);
            var times = dispatched.Select(a => ReviewTime.Of(a.ReceivedOn, a.History.Select(entry => (entry.Verb, entry.At, entry.On)))!);
            return new([.. times.Where(time => time.DispatchedOn >= from).Select(time => time.DaysTaken).Order()]);
        }

        private async Task<IReadOnlyList<IReadOnlyList<string>>> CorrectionsAsync(DateTimeOffset since, CancellationToken ct) =>
            await db.Applications.SelectMany(a => a.History.Where(entry => entry.Verb == Verb.RequestCorrection && entry.At >= since)).Select(entry => entry.Items).ToListAsync(ct);

        private async Task<IReadOnlyList<StageCount>> StagesAsync(DateTimeOffset since, CancellationToken ct)
        {
            // A link sent again in another's place is the same person's; one sent to resume an application is another matter.
            var sent = db.Links.Where(link => link.IssuedAt >= since && link.Resumes == null && link.ReplacedAt == null);
            var reached = await sent.GroupBy(link => link.FurthestStep).Select(step => new { Step = step.Key, Count = step.Count() }).ToListAsync(ct);
            var dispatched = DispatchedSince(since);
            var cases = sent.Join(db.Applications, link => link.Id, a => a.LinkId, (_, application) => application);
            return
            [
                .. Enum.GetValues<RegistrationStep>().Select(step => new StageCount(Enum.Parse<Stage>($"{step}"), reached.Where(r => r.Step >= step).Sum(r => r.Count))),
                new(Stage.Received, await cases.CountAsync(a => a.ReceivedOn != null, ct)),
                new(Stage.Approved, await cases.CountAsync(a => a.State == ApplicationState.Approved || a.State == ApplicationState.Completed, ct)),
                new(Stage.Dispatched, await cases.CountAsync(a => dispatched.Contains(a.Id), ct)),
            ];
        }

        // Found by their history, which has an index for it.
        private IQueryable<Guid> DispatchedSince(DateTimeOffset since) =>
            db.Applications.SelectMany(a => a.History.Where(entry => entry.Verb == Verb.RegisterDispatch && entry.At >= since), (a, _) => a.Id);

        private static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
    }
}
