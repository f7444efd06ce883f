using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Logging;
using NexiPortal.Application.Mail;
using NexiPortal.Domain.Mail;
using IMailTransport = NexiPortal.Application.Mail.IMailTransport;

namespace NexiPortal.Infrastructure.Mail;

/// <summary>Sends by SMTP. Reasons carry the server's code only: its sentence may repeat the address.</summary>
internal sealed partial class SmtpTransport(MailSettings settings, ILogger<SmtpTransport> log) : IMailTransport
{
    /// <summary>How long one try may take; shorter than a sender's lease, so that nobody else sends the mail meanwhile.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan PatienceAtParting = TimeSpan.FromSeconds(3);

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, string text, CancellationToken ct)
    {
        var server = settings.Smtp!;
        try
        {
            using var message = mail.ToMessage(text, settings);
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(Patience);
            await client.ConnectAsync(server.Host, server.Port, server.Security, patience.Token);
            if (server.User is not null) await client.AuthenticateAsync(server.User, server.Password ?? "", patience.Token);
            await client.SendAsync(message, patience.Token);
            patience.CancelAfter(PatienceAtParting);
            await SayGoodbyeAsync(client, patience.Token);
            return new SendOutcome.Taken();
        }
        catch (SmtpCommandException refused)
        {
            var reason = $"SMTP {(int)refused.StatusCode}";
            NotSent(log, mail.Kind, mail.Id, reason);
            // A sender that is not accepted is the fault of our settings, which can be mended; a recipient or a text that is not stays so.
            var isForGood = (int)refused.StatusCode >= 500 && refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;
            return isForGood ? new SendOutcome.Refused(reason) : new SendOutcome.TryLater(reason);
        }
        catch (Exception fault) when (fault is SocketException or IOException or ProtocolException or AuthenticationException or SslHandshakeException or ServiceNotConnectedException
            || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            var reason = $"no delivery: {fault.GetType().Name}";
            NotSent(log, mail.Kind, mail.Id, reason);
            return new SendOutcome.Unreachable(reason);
        }
    }

    // The server has taken the mail; a quarrel while parting does not unsend it.
    private static async Task SayGoodbyeAsync(SmtpClient client, CancellationToken ct)
    {
        try
        {
            await client.DisconnectAsync(quit: true, ct);
        }
        catch (Exception fault) when (fault is SocketException or IOException or ProtocolException or CommandException or OperationCanceledException)
        {
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Kind} {MailId} not sent: {Reason}")]
    private static partial void NotSent(ILogger log, string kind, Guid mailId, string reason);
}
