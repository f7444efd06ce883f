using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Mail;

namespace NexiPortal.Application.Mail;

/// <summary>Sends the mails that are due. Safe to run twice at once: a mail is leased before it is sent.</summary>
public static class DeliverMails
{
    private const int Round = 50;

    /// <summary>The request.</summary>
    public sealed record Command : IRequest<Result<int>>;

    internal sealed class Handler(IMailDb db, IMailSealer sealer, IMailTransport transport, TimeProvider clock) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var delivered = 0;
            var now = clock.Now();
            var due = await db.Mails.Where(m => m.State == MailState.Queued && m.DueAt <= now)
                .OrderBy(m => m.DueAt).Take(Round).Select(m => m.Id).ToListAsync(cancellationToken);
            foreach (var id in due)
            {
                if (await LeaseAsync(id, cancellationToken) is not { } mail) continue;
                if (await SendAsync(mail, cancellationToken) is SendOutcome.Taken) delivered++;
            }
            return delivered;
        }

        private async Task<OutgoingMail?> LeaseAsync(Guid id, CancellationToken ct)
        {
            try
            {
                var mail = await db.Mails.SingleOrDefaultAsync(m => m.Id == id, ct);
                if (mail is null || !mail.TryLease(clock.Now())) return null;
                await db.SaveAsync(ct);
                return mail;
            }
            catch (ConcurrencyConflictException)
            {
                await db.ForgetAsync(); // Another sender has it.
                return null;
            }
        }

        private async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            var outcome = sealer.Open(mail.SealedBody) is { } text
                ? await transport.SendAsync(mail, text, ct)
                : new SendOutcome.Refused("the sealed text cannot be opened: its keys are gone");
            switch (outcome)
            {
                case SendOutcome.Taken: mail.MarkDelivered(clock.Now()); break;
                case SendOutcome.TryLater later: mail.Postpone(later.Reason, clock.Now()); break;
                case SendOutcome.Refused refused: mail.GiveUp(refused.Reason); break;
            }
            await db.SaveAsync(ct);
            return outcome;
        }
    }
}
