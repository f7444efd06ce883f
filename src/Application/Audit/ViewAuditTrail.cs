using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Audit;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Audit;

/// <summary>監査証跡: who did what to what and when, the latest first, a page at a time; narrowed down by day, person, action and thing.</summary>
public static class ViewAuditTrail
{
    /// <summary>Entries a page.</summary>
    public const int PageSize = 50;

    /// <summary>The question.</summary>
    public sealed record Query : IRequest<Result<View>>
    {
        /// <summary>First day; null for no limit.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last day; null for no limit.</summary>
        public DateOnly? Until { get; init; }

        /// <summary>職員ID of who did it; empty for everybody.</summary>
        public string By { get; init; } = "";

        /// <summary>What was done: an action's name; empty for everything.</summary>
        public string Action { get; init; } = "";

        /// <summary>受付番号, 保険利用者コード, WebユーザーID or 職員ID of what it was done to; empty for everything.</summary>
        public string Subject { get; init; } = "";

        /// <summary>Where the page begins: behind this entry; null for the latest.</summary>
        public Guid? Behind { get; init; }
    }

    /// <summary>The answer.</summary>
    /// <param name="Rows">The entries of the page.</param>
    /// <param name="HasMore">Whether there are earlier ones.</param>
    public sealed record View(IReadOnlyList<Row> Rows, bool HasMore);

    /// <summary>An entry.</summary>
    /// <param name="Entry">As it was written.</param>
    /// <param name="Subject">What it is about; null when nothing by that identity has a name (any more).</param>
    public sealed record Row(AuditEntry Entry, NamedSubject? Subject);

    internal sealed class Handler(IAuditDb db, IEnumerable<INamedSubjects> modules) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var entries = Narrow(db.AuditEntries.AsNoTracking(), request);
            if (request.Subject.Trim().Length > 0)
            {
                var meant = new List<Guid>();
                foreach (var module in modules) meant.AddRange(await module.FindAsync(request.Subject, cancellationToken));
                entries = entries.Where(e => meant.Contains(e.SubjectId));
            }
            if (request.Behind is { } behind && await db.AuditEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == behind, cancellationToken) is { } last)
                entries = entries.Where(e => e.OccurredAt < last.OccurredAt || (e.OccurredAt == last.OccurredAt && e.Id.CompareTo(last.Id) < 0));
            var page = await entries.OrderByDescending(e => e.OccurredAt).ThenByDescending(e => e.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
            var names = await NamesAsync([.. page.Take(PageSize).Select(e => e.SubjectId).Distinct()], cancellationToken);
            return new View([.. page.Take(PageSize).Select(e => new Row(e, names.GetValueOrDefault(e.SubjectId)))], page.Count > PageSize);
        }

        private static IQueryable<AuditEntry> Narrow(IQueryable<AuditEntry> entries, Query request)
        {
            // No ID and no action has such a character, and not every database can be asked for it.
            if (TextElements.FirstForbidden(request.By + request.Action) is not null) return entries.Where(_ => false);
            // The calendar's own ends are no limits.
            if (request.From is { } from && from > DateOnly.MinValue && JapanTime.StartOf(from) is var since) entries = entries.Where(e => e.OccurredAt >= since);
            if (request.Until is { } until && until < DateOnly.MaxValue && JapanTime.StartOf(until.AddDays(1)) is var before) entries = entries.Where(e => e.OccurredAt < before);
            if (Tidying.HalfWidth(request.By).ToLowerInvariant() is { Length: > 0 } id && Actor.Staff(id).Name is var actor) entries = entries.Where(e => e.Actor == actor);
            if (request.Action.Length > 0) entries = entries.Where(e => e.Action == request.Action);
            return entries;
        }

        private async Task<Dictionary<Guid, NamedSubject>> NamesAsync(Guid[] ids, CancellationToken ct)
        {
            var names = new Dictionary<Guid, NamedSubject>();
            foreach (var module in modules)
            {
                foreach (var (id, name) in await module.NamesOfAsync(ids, ct)) names.TryAdd(id, name);
            }
            return names;
        }
    }
}
