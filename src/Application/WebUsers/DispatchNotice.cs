using FluentValidation;
using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>発送を登録する, for a letter that no case waits for: one printed anew for an administrator registered long since.</summary>
public static class DispatchNotice
{
    /// <summary>The request.</summary>
    /// <param name="Number">発行番号.</param>
    /// <param name="SentOn">Day it was posted; null when none was entered.</param>
    /// <param name="TrackingNumber">お問い合わせ番号 as typed; may be empty.</param>
    public sealed record Command(string Number, DateOnly? SentOn, string TrackingNumber) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.SentOn).NotNull().WithErrorCode(WebUserErrors.SentOnRequired);
            RuleFor(c => c.TrackingNumber).IsTrackingNumber();
        }
    }

    internal sealed class Handler(IWebUsersDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var opened = await db.ToDispatchAloneAsync(request.Number, cancellationToken);
            if (!opened.Succeeded) return opened;
            var dispatched = opened.Value.Notice.RegisterDispatch(request.SentOn!.Value, Tidying.DigitGroups(request.TrackingNumber), clock.Now());
            return dispatched.Succeeded ? await db.SaveAsync(cancellationToken) : dispatched;
        }
    }
}
