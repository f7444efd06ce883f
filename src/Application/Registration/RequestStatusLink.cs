using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>
/// ⑧b 申込状況の確認: somebody asks where a case stands. The answer goes to the mailbox of ⑤ (M20) and nowhere else;
/// whether there is such a case, and whether a mail could be sent within the limits, is told to nobody who asks.
/// </summary>
public static class RequestStatusLink
{
    /// <summary>The request.</summary>
    /// <param name="Number">受付番号 as typed.</param>
    /// <param name="MailAddress">メールアドレス as typed.</param>
    public sealed record Command(string Number, string MailAddress) : IRequest<Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Number).Cascade(CascadeMode.Stop)
                .NotEmpty().WithErrorCode(RegistrationErrors.ApplicationNumberRequired)
                .Must(typed => ApplicationNumber.Read(typed) is not null).WithErrorCode(RegistrationErrors.ApplicationNumberInvalid);
            RuleFor(c => c.MailAddress).Cascade(CascadeMode.Stop)
                .NotEmpty().WithErrorCode(RegistrationErrors.MailAddressRequired)
                .Must(typed => Read(typed) is not null).WithErrorCode(RegistrationErrors.MailAddressInvalid);
        }
    }

    internal sealed class Handler(IRegistrationDb db, MailLimits limits, RegistrationPolicy policy, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var number = ApplicationNumber.Read(request.Number)!;
            var application = await db.Applications.SingleOrDefaultAsync(a => a.Number == number, cancellationToken);
            if (application?.Address.MailboxKey != Read(request.MailAddress)!.MailboxKey || !application.IsVisibleAt(now, policy)) return Result.Done;
            if (!await limits.AllowAsync(application.Address, MailboxUse.StatusLink, now, cancellationToken)) return Result.Done;
            db.StatusLinks.Add(StatusLink.Issue(application, LinkToken.New(), policy, now));
            return await db.SaveAsync(cancellationToken);
        }
    }

    private static EmailAddress? Read(string typed) => EmailAddress.Read(Tidying.HalfWidth(typed));
}
