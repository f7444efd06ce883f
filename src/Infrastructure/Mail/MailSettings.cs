using MailKit.Security;
using NexiPortal.Domain.Common;

namespace NexiPortal.Infrastructure.Mail;

/// <summary>How mail leaves the portal.</summary>
/// <param name="From">Sender (<c>Mail__From</c>).</param>
/// <param name="Smtp">Mail server; null in Development, where mail is caught.</param>
public sealed record MailSettings(EmailAddress From, SmtpServer? Smtp);

/// <summary>A mail server (<c>Mail__Smtp__*</c>).</summary>
/// <param name="Host">Host.</param>
/// <param name="Port">Port.</param>
/// <param name="User">User; null to send without login.</param>
/// <param name="Password">Password.</param>
/// <param name="Security">Encryption.</param>
public sealed record SmtpServer(string Host, int Port, string? User, string? Password, SecureSocketOptions Security);
