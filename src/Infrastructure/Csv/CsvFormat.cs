using System.Runtime.CompilerServices;
using System.Text;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;
using Sylvan.Data.Csv;

namespace NexiPortal.Infrastructure.Csv;

/// <summary>CSV as spreadsheets write and read it (RFC 4180), read and written as a stream.</summary>
internal sealed class CsvFormat : ICsvFormat
{
    // What makes a spreadsheet take a cell for a formula (OWASP), with the full-width twins that Japanese ones take alike.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－−＠";
    private const char TextMark = '\'';
    private const int LongestRow = 64 * 1024;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    private static readonly Encoding Cp932 =
        CodePagesEncodingProvider.Instance.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    public async IAsyncEnumerable<CsvRow> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken ct)
    {
        if (await EncodingOfAsync(file, ct) is not { } encoding)
        {
            yield return new(1, []) { Unreadable = new(ImportErrors.FileUnreadable) };
            yield break;
        }
        using var text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        await using var csv = await OpenAsync(text, ct);
        for (var number = 1; ; number++)
        {
            var row = await NextAsync(csv, number, ct);
            if (row is null) yield break;
            if (row.Unreadable is not null || row.Cells.Any(cell => cell.Length > 0)) yield return row;
            if (row.Unreadable is not null) yield break;
        }
    }

    public async Task WriteAsync(Stream file, IAsyncEnumerable<IReadOnlyList<string>> rows, CancellationToken ct)
    {
        await using var text = new StreamWriter(file, Utf8, leaveOpen: true) { NewLine = "\r\n" };
        await foreach (var cells in rows.WithCancellation(ct))
        {
            await text.WriteLineAsync(string.Join(',', cells.Select(Written)).AsMemory(), ct);
        }
    }

    // Opening reads the first row; null when that row is no CSV.
    private static async Task<CsvDataReader?> OpenAsync(StreamReader text, CancellationToken ct)
    {
        try
        {
            return await CsvDataReader.CreateAsync(text, new CsvDataReaderOptions
            {
                HasHeaders = false,
                Delimiter = ',',
                Comment = '\0',
                BufferSize = LongestRow,
                MaxBufferSize = LongestRow,
                OwnsReader = false,
            }, ct);
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }

    private static async Task<CsvRow?> NextAsync(CsvDataReader? csv, int number, CancellationToken ct)
    {
        try
        {
            if (csv is null) return Malformed(number);
            return await csv.ReadAsync(ct) ? new(number, [.. Enumerable.Range(0, csv.RowFieldCount).Select(i => Read(csv.GetString(i)))]) : null;
        }
        catch (CsvFormatException)
        {
            return Malformed(number);
        }
    }

    private static CsvRow Malformed(int number) => new(number, []) { Unreadable = new(ImportErrors.RowMalformed) };

    // The first one that every byte of the file is right in; the file stands at its beginning afterwards.
    private static async Task<Encoding?> EncodingOfAsync(Stream file, CancellationToken ct)
    {
        foreach (var encoding in new[] { Utf8, Cp932 })
        {
            file.Position = 0;
            var fits = await FitsAsync(file, encoding, ct);
            file.Position = 0;
            if (fits) return encoding;
        }
        return null;
    }

    private static async Task<bool> FitsAsync(Stream file, Encoding encoding, CancellationToken ct)
    {
        var (decoder, bytes, chars) = (encoding.GetDecoder(), new byte[16 * 1024], new char[16 * 1024 + 1]);
        try
        {
            int read;
            do
            {
                read = await file.ReadAsync(bytes, ct);
                var decoded = decoder.GetChars(bytes.AsSpan(0, read), chars, flush: read == 0);
                // A workbook, or UTF-16: text that is not in this encoding can look as if it were, but has no such character.
                if (chars.AsSpan(0, decoded).Contains('\0')) return false;
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static string Written(string cell)
    {
        var text = IsFormula(cell) ? TextMark + cell : cell;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Read(string cell) => cell.Length > 1 && cell[0] == TextMark && IsFormula(cell[1..]) ? cell[1..] : cell;

    private static bool IsFormula(string cell) => cell.Length > 0 && FormulaStarts.Contains(cell[0], StringComparison.Ordinal);
}
