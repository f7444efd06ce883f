using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Mail;

namespace NexiPortal.Application.Mail;

/// <summary>
/// Sends the mails that are due. Safe to run twice at once: a mail is leased before it is sent. A mail that fails waits longer each time
/// and holds up no other; while the mail server cannot be reached the rest waits for the next run.
/// </summary>
public static partial class DeliverMails
{
    private const int Round = 50;

    /// <summary>The request.</summary>
    public sealed record Command : IRequest<Result<int>>;

    internal sealed partial class Handler(IMailDb db, IMailSealer sealer, IMailTransport transport, TimeProvider clock, ILogger<Command> log)
        : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            for (var delivered = 0; ;)
            {
                var now = clock.Now();
                var due = await db.Mails.Where(m => m.State == MailState.Queued && m.DueAt <= now)
                    .OrderBy(m => m.DueAt).Take(Round).Select(m => m.Id).ToListAsync(cancellationToken);
                foreach (var id in due)
                {
                    var outcome = await TryAsync(id, cancellationToken);
                    if (outcome is SendOutcome.Unreachable) return delivered;
                    if (outcome is SendOutcome.Taken) delivered++;
                }
                if (due.Count < Round) return delivered;
            }
        }

        private async Task<SendOutcome?> TryAsync(Guid id, CancellationToken ct)
        {
            try
            {
                var mail = await db.Mails.SingleOrDefaultAsync(m => m.Id == id, ct);
                if (mail is null || !mail.TryLease(clock.Now())) return null;
                await db.SaveAsync(ct);
                var outcome = await SendAsync(mail, ct);
                switch (outcome)
                {
                    case SendOutcome.Taken: mail.MarkDelivered(clock.Now()); break;
                    case SendOutcome.Refused refused: mail.GiveUp(refused.Reason); break;
                    case SendOutcome.TryLater later: mail.Postpone(later.Reason, clock.Now()); break;
                    case SendOutcome.Unreachable unreachable: mail.Postpone(unreachable.Reason, clock.Now()); break;
                }
                await db.SaveAsync(ct);
                return outcome;
            }
            catch (ConcurrencyConflictException)
            {
                return null; // Another sender has it, or what it tells of was deleted.
            }
            finally
            {
                await db.ForgetAsync();
            }
        }

        private async Task<SendOutcome> SendAsync(OutgoingMail mail, CancellationToken ct)
        {
            try
            {
                return sealer.Open(mail.SealedBody) is { } text
                    ? await transport.SendAsync(mail, text, ct)
                    : new SendOutcome.Refused("the sealed text cannot be opened: its keys are gone");
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // Nobody foresaw it, so it may be this mail's own: it waits, the others go.
                var reason = $"no delivery: {fault.GetType().Name}";
                Unforeseen(log, mail.Kind, mail.Id, reason, fault.StackTrace);
                return new SendOutcome.TryLater(reason);
            }
        }

        // Without the exception's own message, which may repeat the address.
        [LoggerMessage(Level = LogLevel.Error, Message = "Mail {Kind} {MailId} not sent: {Reason}\n{Where}")]
        private static partial void Unforeseen(ILogger log, string kind, Guid mailId, string reason, string? where);
    }
}
