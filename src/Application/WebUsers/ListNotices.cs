using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>通知書: the letters by what is to be done with them next, and those that went out last.</summary>
public static class ListNotices
{
    /// <summary>Most letters shown of each list: as many as are printed at once.</summary>
    public const int MostShown = PrintNotices.MostAtOnce;

    private static readonly NoticeState[] Open = [NoticeState.ToPrint, NoticeState.Printed, NoticeState.ToDispatch];

    /// <summary>The question.</summary>
    public sealed record Query : IRequest<Result<View>>;

    /// <summary>The lists.</summary>
    /// <param name="ToPrint">印刷待ち.</param>
    /// <param name="Printed">印刷確認待ち.</param>
    /// <param name="ToDispatch">発送待ち.</param>
    /// <param name="Dispatched">The letters dispatched last, latest first.</param>
    public sealed record View(Pile ToPrint, Pile Printed, Pile ToDispatch, IReadOnlyList<NoticeRow> Dispatched);

    /// <summary>The letters of one state.</summary>
    /// <param name="Rows">Those that came first.</param>
    /// <param name="Count">How many there are in all.</param>
    public sealed record Pile(IReadOnlyList<NoticeRow> Rows, int Count);

    internal sealed class Handler(IWebUsersDb db, NoticeRows rows) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var counts = await db.Notices.Where(n => Open.Contains(n.State)).GroupBy(n => n.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            List<AddressedNotice> letters = [];
            foreach (var state in counts.Keys)
                letters.AddRange(await db.Notices.AsNoTracking().Where(n => n.State == state).OrderBy(n => n.Id).Take(MostShown).ToAddressedAsync(db.WebUsers, cancellationToken));
            letters.AddRange(await db.Notices.AsNoTracking().Where(n => n.State == NoticeState.Dispatched).OrderByDescending(n => n.SentOn).ThenByDescending(n => n.Id).Take(MostShown)
                .ToAddressedAsync(db.WebUsers, cancellationToken));

            var all = await rows.OfAsync(letters, cancellationToken);
            return new View(PileOf(NoticeState.ToPrint), PileOf(NoticeState.Printed), PileOf(NoticeState.ToDispatch),
                [.. all.Where(row => row.State == NoticeState.Dispatched).Reverse().OrderByDescending(row => row.SentOn)]);

            Pile PileOf(NoticeState state) => new([.. all.Where(row => row.State == state)], counts.GetValueOrDefault(state));
        }
    }
}
