using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>The letter whose dispatch is about to be registered by itself, because no case waits for it.</summary>
public static class OpenNoticeDispatch
{
    /// <summary>The question.</summary>
    /// <param name="Number">発行番号.</param>
    public sealed record Query(string Number) : IRequest<Result<View>>;

    /// <summary>What the page shows.</summary>
    /// <param name="Letter">The letter.</param>
    /// <param name="Today">The day it is posted unless another one is entered.</param>
    public sealed record View(NoticeRow Letter, DateOnly Today);

    internal sealed class Handler(IWebUsersDb db, NoticeRows rows, TimeProvider clock) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            var opened = await db.ToDispatchAloneAsync(request.Number, cancellationToken);
            if (!opened.Succeeded) return Result<View>.Refuse(opened.Errors);
            return new View((await rows.OfAsync([opened.Value], cancellationToken))[0], JapanTime.DateAt(clock.Now()));
        }
    }
}
