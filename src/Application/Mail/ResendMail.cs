using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Mail;

namespace NexiPortal.Application.Mail;

/// <summary>
/// Staff have a mail sent once more, under a new Message-ID. One that carried a secret (M01, M04 …) cannot be: its text is wiped,
/// and what issued the secret has to issue a new one.
/// </summary>
public static class ResendMail
{
    /// <summary>The request.</summary>
    /// <param name="MailId">The mail.</param>
    public sealed record Command(Guid MailId) : IRequest<Result>;

    internal sealed class Handler(IMailDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var mail = await db.Mails.SingleOrDefaultAsync(m => m.Id == request.MailId, cancellationToken);
            if (mail is null) return new Error(MailErrors.Unknown);
            var repeated = mail.Repeat(clock.Now());
            if (!repeated.Succeeded) return repeated;
            db.Mails.Add(repeated.Value);
            return await db.SaveAsync(cancellationToken);
        }
    }
}
