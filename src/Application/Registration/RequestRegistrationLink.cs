using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>⑤ Step 1: a registrant asks for a 登録用URL by mail; ⑥ 再送する asks for another in place of the one just sent.</summary>
public static partial class RequestRegistrationLink
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

    internal sealed class Handler(IRegistrationDb db, IRequestOrigin origin, RegistrationPolicy policy, TimeProvider clock, ILogger<Handler> log) : IRequestHandler<Command, Result<Receipt>>
    {
        public async Task<Result<Receipt>> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var address = Read(request.MailAddress)!;
            var limit = await FindLimitAsync(address, now, cancellationToken);
            if (limit is null)
            {
                await db.TakeTurnsAsync(cancellationToken);
                limit = await FindLimitAsync(address, now, cancellationToken); // Another may have been faster.
            }
            if (limit is { } reached)
            {
                await db.ForgetAsync();
                Limited(log, reached);
                return new Receipt(address, request.Replaces);
            }
            await db.LinkRequests.Where(r => r.At <= now.AddDays(-1)).ExecuteDeleteAsync(cancellationToken);
            db.LinkRequests.Add(LinkRequest.Of(address, origin.Digest, now));

            var link = RegistrationLink.Issue(address, LinkToken.New(), RegistrationPassword.New(), policy, now);
            db.Links.Add(link);
            var replaced = request.Replaces is { } id ? await db.Links.SingleOrDefaultAsync(l => l.Id == id && l.Address == address, cancellationToken) : null;
            replaced?.Replace(now);
            var saved = await db.SaveAsync(cancellationToken);
            return saved.Succeeded ? new Receipt(address, link.Id) : Result<Receipt>.Refuse(saved.Errors);
        }

        private async Task<MailLimit?> FindLimitAsync(EmailAddress address, DateTimeOffset now, CancellationToken ct)
        {
            var (mailbox, place, hourAgo, dayAgo) = (address.MailboxKey, origin.Digest, now.AddHours(-1), now.AddDays(-1));
            var recent = new RecentMails(
                await db.LinkRequests.CountAsync(r => r.Mailbox == mailbox && r.At > hourAgo, ct),
                await db.LinkRequests.CountAsync(r => r.Mailbox == mailbox && r.At > dayAgo, ct),
                await db.LinkRequests.CountAsync(r => r.Origin == place && r.At > hourAgo, ct),
                await db.LinkRequests.CountAsync(r => r.At > hourAgo, ct));
            return recent.Reached(policy);
        }
    }

    private static EmailAddress? Read(string typed) => EmailAddress.Read(Tidying.HalfWidth(typed));

    [LoggerMessage(Level = LogLevel.Warning, Message = "A registration mail was asked for and not sent: the limit {Limit} is reached")]
    private static partial void Limited(ILogger log, MailLimit limit);
}
