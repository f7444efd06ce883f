using MediatR;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>One letter, for its dispatch to be registered.</summary>
public static class ViewNotice
{
    /// <summary>The question.</summary>
    /// <param name="Number">発行番号.</param>
    public sealed record Query(string Number) : IRequest<Result<NoticeRow>>;

    internal sealed class Handler(IWebUsersDb db, NoticeRows rows) : IRequestHandler<Query, Result<NoticeRow>>
    {
        public async Task<Result<NoticeRow>> Handle(Query request, CancellationToken cancellationToken)
        {
            var chosen = await db.ChosenAsync([request.Number], cancellationToken);
            if (!chosen.Succeeded) return Result<NoticeRow>.Refuse(chosen.Errors);
            return (await rows.OfAsync(chosen.Value, cancellationToken))[0];
        }
    }
}
