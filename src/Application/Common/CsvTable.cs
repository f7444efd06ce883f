using System.Runtime.CompilerServices;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>A row by the names of its columns, or why there is none.</summary>
/// <param name="Number">Which row, from 1 for the head.</param>
/// <param name="Cells">The cells by column; columns that may be left out and are, are not among them.</param>
/// <param name="Errors">What has to be mended before the cells can be read; empty when nothing has.</param>
internal sealed record CsvRecord(int Number, IReadOnlyDictionary<string, string> Cells, IReadOnlyList<Error> Errors);

/// <summary>A table whose first row names its columns, in any order and width.</summary>
/// <param name="columns">The columns there are.</param>
/// <param name="needed">Those that may not be left out.</param>
internal sealed class CsvTable(IReadOnlyList<string> columns, IReadOnlySet<string> needed)
{
    private static readonly IReadOnlyDictionary<string, string> NoCells = new Dictionary<string, string>();

    /// <summary>The rows under the head; when the head is wrong, it is the only one.</summary>
    public async IAsyncEnumerable<CsvRecord> ReadAsync(ICsvFormat csv, Stream file, [EnumeratorCancellation] CancellationToken ct)
    {
        string[]? head = null;
        await foreach (var row in csv.ReadAsync(file, ct))
        {
            if (row.Unreadable is { } unreadable)
            {
                yield return new(row.Number, NoCells, [unreadable]);
            }
            else if (head is not null)
            {
                yield return row.Cells.Count == head.Length
                    ? new(row.Number, head.Zip(row.Cells).ToDictionary(cell => cell.First, cell => cell.Second), [])
                    : new(row.Number, NoCells, [new(ImportErrors.CellsDiffer) { Arguments = [head.Length, row.Cells.Count] }]);
            }
            else
            {
                head = [.. row.Cells.Select(ColumnNamed)];
                var errors = Check(head);
                if (errors.Count == 0) continue;
                yield return new(row.Number, NoCells, errors);
                yield break;
            }
        }
    }

    // （漢字） is (漢字), however wide it was typed.
    private string ColumnNamed(string cell) => columns.FirstOrDefault(column => Tidying.HalfWidth(column) == Tidying.HalfWidth(cell)) ?? cell.Trim();

    private IReadOnlyList<Error> Check(string[] head) =>
    [
        .. needed.Except(head).Select(name => Wrong(ImportErrors.ColumnMissing, name)),
        .. head.Except(columns).Select(name => Wrong(ImportErrors.ColumnUnknown, name)),
        .. head.GroupBy(name => name).Where(name => name.Count() > 1).Select(name => Wrong(ImportErrors.ColumnTwice, name.Key)),
    ];

    private static Error Wrong(string code, string name) => new(code) { Arguments = [name] };
}
