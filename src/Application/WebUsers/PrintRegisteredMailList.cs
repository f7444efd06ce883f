using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>The list handed in at the post office with the letters to be dispatched, in the order of the letters.</summary>
public static class PrintRegisteredMailList
{
    /// <summary>The question.</summary>
    public sealed record Query : IRequest<Result<List>>;

    /// <summary>The printed list.</summary>
    /// <param name="Pdf">The document.</param>
    /// <param name="FileName">What it is called.</param>
    public sealed record List(byte[] Pdf, string FileName);

    internal sealed class Handler(
        IWebUsersDb db, ICaseNumbers cases, RegisteredMailListWording wording, IRegisteredMailListRenderer renderer, IAuditTrail trail, TimeProvider clock) : IRequestHandler<Query, Result<List>>
    {
        public async Task<Result<List>> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var letters = await db.Notices.AsNoTracking().Where(n => n.State == NoticeState.ToDispatch).ToAddressedAsync(db.WebUsers, cancellationToken);
            if (letters.Count == 0) return new Error(WebUserErrors.NothingToDispatch);
            var numberOf = await cases.OfAsync([.. letters.Select(letter => letter.Notice.ApplicationId).OfType<Guid>()], cancellationToken);
            await trail.RecordAsync(Looks.RegisteredMailList, [.. letters.Select(letter => letter.Notice.Id)], now, cancellationToken);

            var today = JapanTime.DateAt(now);
            var list = wording.Word([.. letters.Select(letter => new RegisteredLetter(NumberOf(letter.Notice.ApplicationId), letter.Recipient))], today, now);
            return new List(renderer.Render(list), $"書留・特定記録郵便物等差出票_{today:yyyyMMdd}.pdf");

            string NumberOf(Guid? applicationId) => applicationId is { } id ? numberOf[id].Value : "";
        }
    }
}
