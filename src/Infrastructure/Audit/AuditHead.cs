using System.Globalization;
using NexiPortal.Application.Audit;

namespace NexiPortal.Infrastructure.Audit;

/// <summary>A file beside the keys, which the nodes share and who can write the database cannot.</summary>
internal sealed class AuditHead(DataDirectories directories) : IAuditHead
{
    private readonly string _file = Path.Combine(directories.Keys, "audit-head");

    public async Task<long> ReadAsync(CancellationToken ct) =>
        File.Exists(_file) && long.TryParse(await File.ReadAllTextAsync(_file, ct), CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;

    public async Task KeepAsync(long sequence, CancellationToken ct)
    {
        if (await ReadAsync(ct) >= sequence) return;
        // Replaced whole, so that a crash leaves the old file or the new one.
        var written = $"{_file}.{Guid.NewGuid():N}";
        await File.WriteAllTextAsync(written, sequence.ToString(CultureInfo.InvariantCulture), ct);
        File.Move(written, _file, overwrite: true);
    }
}
