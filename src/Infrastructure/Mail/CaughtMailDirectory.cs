using MimeKit;
using NexiPortal.Application.Mail;
using NexiPortal.Domain.Mail;

namespace NexiPortal.Infrastructure.Mail;

/// <summary>Development without a mail server: each mail becomes a message file under the data directory, shown at /dev/mail.</summary>
internal sealed class CaughtMailDirectory(MailSettings settings, DataDirectories directories) : IMailTransport, ICaughtMails
{
    private readonly string _directory = Directory.CreateDirectory(Path.Combine(directories.Data, "mail")).FullName;

    public async Task<SendOutcome> SendAsync(OutgoingMail mail, string text, CancellationToken ct)
    {
        using var message = mail.ToMessage(text, settings);
        var path = PathOf(mail.Id.ToString("N"));
        await message.WriteToAsync(path + ".part", ct);
        File.Move(path + ".part", path, overwrite: true);
        return new SendOutcome.Taken();
    }

    public async Task<IReadOnlyList<CaughtMail>> ListAsync(CancellationToken ct)
    {
        // Identities are time-ordered, and so are the names.
        var files = Directory.GetFiles(_directory, "*.eml").OrderDescending(StringComparer.Ordinal);
        var mails = new List<CaughtMail>();
        foreach (var file in files) mails.Add(await ReadAsync(file, ct));
        return mails;
    }

    public async Task<CaughtMail?> FindAsync(string id, CancellationToken ct) =>
        Guid.TryParseExact(id, "N", out _) && File.Exists(PathOf(id)) ? await ReadAsync(PathOf(id), ct) : null;

    private static async Task<CaughtMail> ReadAsync(string path, CancellationToken ct)
    {
        using var message = await MimeMessage.LoadAsync(path, ct);
        return new(Path.GetFileNameWithoutExtension(path), message.To.ToString(), message.Subject ?? "", message.TextBody ?? "", message.Date);
    }

    private string PathOf(string id) => Path.Combine(_directory, id + ".eml");
}
