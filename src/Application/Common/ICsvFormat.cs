using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>A row of a table as people keep it in a spreadsheet.</summary>
/// <param name="Number">Which row, from 1 for the head, as the spreadsheet counts.</param>
/// <param name="Cells">Its cells.</param>
public sealed record CsvRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Why the file cannot be read from this row on; the row is then the last and has no cells.</summary>
    public Error? Unreadable { get; init; }
}

/// <summary>Tables that spreadsheets read and write (CSV).</summary>
public interface ICsvFormat
{
    /// <summary>Reads a file row by row, from its beginning: UTF-8, or else CP932 as Excel saves it. Empty rows are passed over.</summary>
    IAsyncEnumerable<CsvRow> ReadAsync(Stream file, CancellationToken ct);

    /// <summary>
    /// Writes rows as UTF-8 with a byte order mark. A cell that a spreadsheet would take for a formula gets an apostrophe before it, which reading takes away again.
    /// </summary>
    Task WriteAsync(Stream file, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken ct);
}
