using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>⑤ Step 1: a registrant asks for a 登録用URL by mail; ⑥ 再送する asks for another in place of the one just sent.</summary>
public static class RequestRegistrationLink
{
    /// <summary>The request.</summary>
    /// <param name="MailAddress">メールアドレス as typed.</param>
    /// <param name="MailAddressAgain">メールアドレス(確認用) as typed.</param>
    /// <param name="Replaces">The link this one is sent in place of.</param>
    public sealed record Command(string MailAddress, string MailAddressAgain, Guid? Replaces = null) : IRequest<Result<Receipt>>;

    /// <summary>What ⑥ shows, the same whether or not a mail could be sent within the limits.</summary>
    /// <param name="Address">The address.</param>
    /// <param name="LinkId">The link that 再送する would replace.</param>
    public sealed record Receipt(EmailAddress Address, Guid? LinkId);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.MailAddress).Cascade(CascadeMode.Stop)
                .NotEmpty().WithErrorCode(RegistrationErrors.MailAddressRequired)
                .Must(typed => Read(typed) is not null).WithErrorCode(RegistrationErrors.MailAddressInvalid);
            RuleFor(c => c.MailAddressAgain).Cascade(CascadeMode.Stop)
                .NotEmpty().WithErrorCode(RegistrationErrors.MailAddressAgainRequired)
                .Must((c, again) => Tidying.HalfWidth(again) == Tidying.HalfWidth(c.MailAddress)).WithErrorCode(RegistrationErrors.MailAddressesDiffer);
        }
    }

    internal sealed class Handler(IRegistrationDb db, MailLimits limits, RegistrationPolicy policy, TimeProvider clock) : IRequestHandler<Command, Result<Receipt>>
    {
        public async Task<Result<Receipt>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var address = Read(request.MailAddress)!;
            if (!await limits.AllowAsync(address, MailboxUse.RegistrationLink, now, cancellationToken)) return new Receipt(address, request.Replaces);

            var link = RegistrationLink.Issue(address, LinkToken.New(), RegistrationPassword.New(), policy, now);
            db.Links.Add(link);
            await ReplaceAsync(request.Replaces, link, now, cancellationToken);
            var saved = await db.SaveAsync(cancellationToken);
            return saved.Succeeded ? new Receipt(address, link.Id) : Result<Receipt>.Refuse(saved.Errors);
        }

        private async Task ReplaceAsync(Guid? linkId, RegistrationLink by, DateTimeOffset now, CancellationToken ct)
        {
            var replaced = await db.Links.SingleOrDefaultAsync(l => l.Id == linkId && l.Address == by.Address, ct);
            if (replaced?.Replace(now) != true) return;
            (await db.Drafts.SingleOrDefaultAsync(d => d.LinkId == linkId, ct))?.HandOver(by);
        }
    }

    private static EmailAddress? Read(string typed) => EmailAddress.Read(Tidying.HalfWidth(typed));
}
