using NexiPortal.Application.WebUsers;
using NexiPortal.Infrastructure.Documents;

namespace NexiPortal.Infrastructure.WebUsers;

/// <summary>The list for registered mail: each page with its head, rows as high as they need, a free field for each tracking number. All measures are millimetres.</summary>
internal sealed class RegisteredMailListPdf(DocumentFonts fonts) : IRegisteredMailListRenderer
{
    private const float Left = 14, Right = PdfPage.Width - Left, Width = Right - Left;
    private const float TableTop = 49, TableBottom = 278, LeastRowHeight = 10, HeadingHeight = 7;
    private const float Hairline = 0.12f, Heavy = 0.45f, HeadingGrey = 0.84f;
    private const float Padding = 1.5f;

    // Number, addressee, address, 受付番号, tracking number.
    private static readonly float[] _widths = [10, 56, 54, 28, Width - 148];

    private static readonly TextStyle _body = new(8.5f, Leading: 1.25f);
    private static readonly TextStyle _small = new(8);

    /// <inheritdoc />
    public byte[] Render(RegisteredMailList list)
    {
        var document = new PdfDocument(fonts);
        var pages = Paginate([.. list.Rows.Select(row => Set(document, row))]);
        foreach (var (index, rows) in pages.Index())
        {
            var page = document.AddPage();
            DrawHead(document, page, list, $"{index + 1} / {pages.Count}");
            DrawTable(page, list.Columns, rows);
        }
        return document.Print(list.Title, list.OperatorName, list.CreatedAt);
    }

    private static List<List<Row>> Paginate(List<Row> rows)
    {
        List<List<Row>> pages = [[]];
        var y = TableTop + HeadingHeight;
        foreach (var row in rows)
        {
            if (y + row.Height > TableBottom)
            {
                pages.Add([]);
                y = TableTop + HeadingHeight;
            }
            pages[^1].Add(row);
            y += row.Height;
        }
        return pages;
    }

    // Names and addresses take as many lines as they need; a number stays in one.
    private static Row Set(PdfDocument document, RegisteredMailRow row) =>
        new([.. Cells(row).Select((lines, column) => lines.Select(line => document.Fitted(line, _body, _widths[column] - 2 * Padding, lines.Count > 1 ? _body.Points : 5)).ToList())]);

    private static IReadOnlyList<string>[] Cells(RegisteredMailRow row) => [[row.Number], row.Addressee, row.Address, [row.ApplicationNumber], [row.TrackingNumber]];

    private static void DrawHead(PdfDocument document, PdfPage page, RegisteredMailList list, string pageNumber)
    {
        page.Text(list.Title, Left, 14, new TextStyle(16, Bold: true));
        page.Text(pageNumber, Right, 15.5f, _small with { Points = 10 }, Align.Right);
        foreach (var (index, entry) in list.Head.Index())
            page.Text(document.Fitted($"{entry.Label}　{entry.Value}", new TextStyle(10), 66, leastPoints: 7), Left, 26 + index * 6.5f);
        page.Stack(list.Sender, new Box(Left + 74, 26, Width - 74, 19), new TextStyle(9, Leading: 1.3f), between: 1.6f);
    }

    private static void DrawTable(PdfPage page, RegisteredMailRow columns, List<Row> rows)
    {
        page.Fill(new Box(Left, TableTop, Width, HeadingHeight), HeadingGrey);
        var x = Left;
        foreach (var (column, heading) in Cells(columns).Index())
        {
            page.Cell(heading[0], new Box(x - 0.5f, TableTop, _widths[column] + 1, HeadingHeight), _small);
            x += _widths[column];
        }
        var y = TableTop + HeadingHeight;
        foreach (var row in rows)
        {
            page.Line(Left, y, Right, y, Hairline);
            DrawRow(page, row, y);
            y += row.Height;
        }
        x = Left;
        foreach (var width in _widths[..^1])
        {
            x += width;
            page.Line(x, TableTop, x, y, Hairline);
        }
        page.Frame(new Box(Left, TableTop, Width, y - TableTop), Heavy);
    }

    private static void DrawRow(PdfPage page, Row row, float top)
    {
        var x = Left;
        foreach (var (column, lines) in row.Cells.Index())
        {
            var y = top + Padding;
            foreach (var line in lines)
                y = page.Place(line, x + Padding, y) + Between;
            x += _widths[column];
        }
    }

    private static float Between => _body.Size * (_body.Leading - 1);

    private sealed record Row(IReadOnlyList<List<TextBlock>> Cells)
    {
        public float Height => Math.Max(LeastRowHeight, Cells.Max(lines => lines.Sum(line => line.Height + Between)) + 2 * Padding);
    }
}
