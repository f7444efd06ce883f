using System.Collections.Concurrent;
using NexiPortal.Application.Registration;
using NexiPortal.Infrastructure.Documents;

namespace NexiPortal.Infrastructure.Registration;

/// <summary>The application form on A4: page 1 is sealed and posted, page 2 holds the address label and the covering note.</summary>
/// <remarks>All measures are millimetres. Page 1 is one page whatever was entered: the table is set as large as its entries allow.</remarks>
internal sealed class ApplicationFormPdf(DocumentFonts fonts) : IApplicationFormRenderer
{
    private const float Left = 14, Right = PdfPage.Width - Left, Width = Right - Left;
    private const float LegendWidth = 36, LabelWidth = 28, ValueX = Left + LegendWidth + LabelWidth, ValueInset = 2.5f, ValueWidth = Right - ValueX - 2 * ValueInset;
    private const float SealSide = 35, HeadingHeight = 5;
    private const float TableTop = 58, TableBottom = 217, SealTop = 220, OfficeTop = 264, OfficeHeight = 15;
    private const float Hairline = 0.12f, Rule = 0.2f, Heavy = 0.45f;
    private const float HeadingGrey = 0.84f, LabelGrey = 0.95f;
    private const string Digits = "0123456789", AnyDate = $"{Digits}年月日(令和)";

    // From airy to dense; the last still sets every kind with every entry at its longest on one page.
    private static readonly Density[] _densities = [new(10, 1.35f), new(9.5f, 1.15f), new(9, 0.95f), new(8.5f, 0.75f), new(8, 0.6f), new(7.5f, 0.45f), new(7, 0.35f)];

    private static readonly string[] _officeBoxes = ["受付日", "受付者", "確認者", "承認者"];

    // Bold is kept for the few words that must be found at a glance: every bold character adds its outline to the file.
    private static readonly TextStyle _heading = new(9);
    private static readonly TextStyle _label = new(8.5f, Leading: 1.2f);
    private static readonly TextStyle _small = new(7.5f, Leading: 1.4f);

    // By their words, which are those of a kind: few, for nothing that was entered is among them.
    private readonly ConcurrentDictionary<string, PdfTemplate> _templates = new();

    /// <inheritdoc />
    public byte[] Render(ApplicationForm form)
    {
        var blank = Blank(form);
        var template = _templates.GetOrAdd(string.Join('\n', Words(blank)), _ => LayOut(blank).ToTemplate());
        return LayOut(form, template).Print($"{form.Title} {form.ApplicationNumber}", form.OperatorName, form.CreatedAt);
    }

    private PdfDocument LayOut(ApplicationForm form, PdfTemplate? template = null)
    {
        var document = new PdfDocument(fonts, template);
        DrawForm(document, document.AddPage(), form);
        DrawEnclosingPage(document, document.AddPage(), form);
        return document;
    }

    // What the kind, the operator and the terms alone decide, with every figure that numbers and dates are made of.
    private static ApplicationForm Blank(ApplicationForm form) => form with
    {
        ApplicationNumber = $"{Digits}-",
        QrText = "0",
        Revision = 1,
        AppliedOn = AnyDate,
        ValidUntil = AnyDate,
        Sections = [.. form.Sections.Select(section => section with { Rows = [.. section.Rows.Select(row => row with { Value = "" })] })],
        RepresentativeTitle = "",
        RepresentativeName = "",
        Consent = [.. form.Consent.Select(line => string.Concat(line.Split([.. Digits])))],
        Sender = new("", "", "", "", "", ""),
    };

    private static IEnumerable<string> Words(ApplicationForm blank) =>
    [
        blank.Title, blank.KindLabel, .. blank.Sections.SelectMany(section => section.Rows.SelectMany(row => new[] { section.Title, row.Legend ?? "", row.Label })),
        blank.SealExplanation, .. blank.Consent, .. blank.Enclosures, blank.OperatorName, .. blank.Contact,
        blank.PostAddress.PostalCode, .. blank.PostAddress.Lines, blank.PostAddress.Addressee,
    ];

    private static void DrawForm(PdfDocument document, PdfPage page, ApplicationForm form)
    {
        DrawHead(document, page, form);
        DrawTable(document, page, form.Sections);
        DrawSealing(document, page, form);
        DrawOfficeUse(page);
        var contact = string.Join("　", form.Contact.Prepend("お問い合わせ先"));
        page.Text(document.Fitted(contact, _small, Width, leastPoints: 5), Left, OfficeTop + OfficeHeight + 2);
    }

    private static void DrawHead(PdfDocument document, PdfPage page, ApplicationForm form)
    {
        const float qrSide = 29, top = 13, numberTop = 28.5f, rowHeight = 8, right = Right - qrSide;
        page.Text(form.Title, Left, top, new TextStyle(20, Bold: true));
        if (!form.Title.StartsWith(form.KindLabel, StringComparison.Ordinal))
            page.Text(form.KindLabel, Left, top + 9, new TextStyle(10));
        // Its quiet zone of four modules may reach into the margin: only the dark part is seen.
        page.QrCode(form.QrText, Right - qrSide + 3, 10, qrSide);

        const float label = 19, dateWidth = 44, limitX = Left + label + dateWidth, limitLabel = 25;
        var (first, second) = (numberTop, numberTop + rowHeight);
        page.Fill(new Box(Left, first, label, 2 * rowHeight), LabelGrey);
        page.Fill(new Box(limitX, second, limitLabel, rowHeight), 0.15f);
        page.Line(Left, second, right, second, Rule);
        page.Line(Left + label, first, Left + label, second + rowHeight, Hairline);
        page.Line(limitX, second, limitX, second + rowHeight, Hairline);
        page.Frame(new Box(Left, first, right - Left, 2 * rowHeight), Heavy);

        page.Cell("受付番号", new Box(Left, first, label, rowHeight), _heading);
        var number = document.Text(form.ApplicationNumber, new TextStyle(14, Bold: true));
        page.Text(number, new Box(Left + label + 2, first, 60, rowHeight));
        page.Cell($"第{form.Revision}版", new Box(Left + label + number.Width + 4, first, 24, rowHeight), new TextStyle(10));
        page.Cell("申込日", new Box(Left, second, label, rowHeight), _heading);
        page.Cell(form.AppliedOn, new Box(Left + label, second, dateWidth, rowHeight), new TextStyle(9.5f));
        page.Cell("有効期限(必着)", new Box(limitX, second, limitLabel, rowHeight), _heading with { Grey = 1 });
        page.Cell(form.ValidUntil, new Box(limitX + limitLabel, second, right - limitX - limitLabel, rowHeight), new TextStyle(12, Bold: true));

        var addressee = document.Fitted($"{form.OperatorName} 御中", new TextStyle(12), 90, leastPoints: 8);
        page.Text(addressee, Left, 49.5f);
        page.Text("次のとおり申し込みます。", Right, 50, new TextStyle(9.5f), Align.Right);
    }

    private static void DrawTable(PdfDocument document, PdfPage page, IReadOnlyList<ApplicationFormSection> sections)
    {
        var (density, rows) = SetRows(document, sections);
        var y = TableTop;
        foreach (var section in rows.GroupBy(row => row.Section))
        {
            List<TableRow> group = [.. section];
            var heading = new Box(Left, y, Width, density.HeadingHeight);
            page.Fill(heading, HeadingGrey);
            page.Text(document.Text(section.Key.Title, _heading with { Points = density.LabelPoints + 0.5f }), heading.Inset(2, 0));
            if (y > TableTop)
                page.Line(Left, y, Right, y, Rule);
            y = DrawRows(page, group, heading.Bottom, _label with { Points = density.LabelPoints });
        }
        page.Frame(new Box(Left, TableTop, Width, y - TableTop), Heavy);
    }

    private static float DrawRows(PdfPage page, List<TableRow> rows, float top, TextStyle label)
    {
        var height = rows.Sum(row => row.Height);
        page.Fill(new Box(Left, top, LegendWidth + LabelWidth, height), LabelGrey);
        page.Line(Left, top, Right, top, Rule);
        page.Line(ValueX, top, ValueX, top + height, Hairline);
        var y = top;
        for (var i = 0; i < rows.Count; i++)
        {
            // Rows of one legend share its box: between them, only the part to its right is ruled.
            var (entry, legend) = (rows[i].Entry, rows[i].Entry.Legend);
            var inLegend = legend is not null && i > 0 && rows[i - 1].Entry.Legend == legend;
            if (i > 0)
                page.Line(inLegend ? Left + LegendWidth : Left, y, Right, y, Hairline);
            if (legend is not null && !inLegend)
            {
                var box = new Box(Left, y, LegendWidth, rows.Skip(i).TakeWhile(row => row.Entry.Legend == legend).Sum(row => row.Height));
                page.Line(box.Right, y, box.Right, box.Bottom, Hairline);
                page.Cell(legend, box, label);
            }
            var labelX = legend is null ? Left : Left + LegendWidth;
            page.Cell(entry.Label, new Box(labelX, y, ValueX - labelX, rows[i].Height), label);
            page.Text(rows[i].Value, new Box(ValueX + ValueInset, y, ValueWidth, rows[i].Height));
            y += rows[i].Height;
        }
        return y;
    }

    /// <summary>Sets the entries as large as the page allows, and spreads the rows over what is left.</summary>
    private static (Density Density, List<TableRow> Rows) SetRows(PdfDocument document, IReadOnlyList<ApplicationFormSection> sections)
    {
        foreach (var density in _densities)
        {
            List<TableRow> rows = [.. sections.SelectMany(section => section.Rows.Select(entry => new TableRow(section, entry, SetValue(document, entry, density), density.Padding)))];
            var spare = TableBottom - TableTop - rows.Sum(row => row.Height) - sections.Count * density.HeadingHeight;
            if (spare >= 0)
            {
                var padding = density.Padding + Math.Min(spare / rows.Count / 2, 1.2f);
                return (density, [.. rows.Select(row => row with { Padding = padding })]);
            }
        }
        throw new InvalidOperationException("The entries of the application form do not fit on one page.");
    }

    // An entry left empty says so, or it could be filled in by hand after sealing.
    private static TextBlock SetValue(PdfDocument document, ApplicationFormRow row, Density density) =>
        document.Text(row.Value.Length == 0 ? "―" : row.Value, new TextStyle(density.Points, Leading: 1.25f), ValueWidth);

    private static void DrawSealing(PdfDocument document, PdfPage page, ApplicationForm form)
    {
        const float gap = 3, sealX = Right - SealSide, leftWidth = 66, middleX = Left + leftWidth + gap, middleWidth = sealX - gap - middleX;
        var top = SealTop + HeadingHeight;

        Heading(document, page, "同封書類", new Box(Left, SealTop, leftWidth, HeadingHeight));
        var y = CheckList(document, page, [$"{form.Title}(この用紙)", .. form.Enclosures], Left + 1, top + 1.6f, leftWidth - 1, new TextStyle(8, Leading: 1.25f));
        Heading(document, page, "送付先", new Box(Left, y, leftWidth, HeadingHeight));
        string[] address = [$"〒{form.PostAddress.PostalCode}", .. form.PostAddress.Lines, Addressee(form)];
        page.Stack(address, new Box(Left + 1, y + HeadingHeight + 1.3f, leftWidth - 1, top + SealSide - y - HeadingHeight - 1.3f), new TextStyle(8, Leading: 1.3f));

        Heading(document, page, "代表者・規約への同意", new Box(middleX, SealTop, middleWidth, HeadingHeight));
        page.Text(document.Fitted(form.RepresentativeTitle, new TextStyle(9), middleWidth - 2, leastPoints: 7), middleX + 1, top + 2);
        page.Text(document.Fitted(form.RepresentativeName, new TextStyle(13), middleWidth - 2, leastPoints: 8), middleX + 1, top + 6.6f);
        page.Line(middleX, top + 12.6f, middleX + middleWidth, top + 12.6f, Rule);
        page.Stack([form.SealExplanation, .. form.Consent], new Box(middleX + 1, top + 14.4f, middleWidth - 2, SealSide - 14.4f), new TextStyle(8, Leading: 1.35f), between: 1.6f);

        Heading(document, page, "代表者印", new Box(sealX, SealTop, SealSide, HeadingHeight));
        page.Text("代表者印", sealX + SealSide / 2, top + SealSide / 2 - 2.6f, new TextStyle(9, Grey: 0.68f), Align.Centre);
        page.Text("(登記所届出印)", sealX + SealSide / 2, top + SealSide / 2 + 1.2f, new TextStyle(7, Grey: 0.68f), Align.Centre);
        page.Frame(new Box(sealX, top, SealSide, SealSide), Heavy);
    }

    private static void DrawOfficeUse(PdfPage page)
    {
        const float title = 26, head = 5;
        var box = new Box(Left, OfficeTop, Width, OfficeHeight);
        var each = (Width - title) / _officeBoxes.Length;
        page.Fill(box, 0.9f);
        page.Text("NEXI使用欄", Left + title / 2, OfficeTop + OfficeHeight / 2 - 1.5f, _heading, Align.Centre);
        foreach (var (index, label) in _officeBoxes.Index())
        {
            var x = Left + title + index * each;
            page.Line(x, OfficeTop, x, box.Bottom, Hairline);
            page.Text(label, x + each / 2, OfficeTop + 1.2f, new TextStyle(7.5f), Align.Centre);
        }
        page.Line(Left + title, OfficeTop + head, Right, OfficeTop + head, Hairline);
        page.Frame(box, Rule);
    }

    private static void DrawEnclosingPage(PdfDocument document, PdfPage page, ApplicationForm form)
    {
        page.Text("宛名ラベル　点線で切り取り、封筒に貼ってください。", Left, 14, new TextStyle(8.5f));
        DrawLabel(document, page, form, new Box(25, 20, 160, 92));
        page.Line(Left, 121, Right, 121, Hairline, 0.5f);
        DrawCoveringNote(document, page, form, 128);
    }

    private static void DrawLabel(PdfDocument document, PdfPage page, ApplicationForm form, Box box)
    {
        page.CutLine(box);
        var inner = box.Inset(12, 10);
        page.Text($"〒{form.PostAddress.PostalCode}", inner.X, inner.Y, new TextStyle(20, Bold: true));
        var y = inner.Y + 12;
        foreach (var line in form.PostAddress.Lines)
            y = page.Place(document.Fitted(line, new TextStyle(15, Leading: 1.3f), inner.Width, leastPoints: 11), inner.X, y) + 1.8f;
        y += 3;
        if (form.PostAddress.Addressee.Length > 0)
        {
            y = page.Place(document.Fitted(form.OperatorName, new TextStyle(18), inner.Width, leastPoints: 12), inner.X, y) + 2;
            page.Text(document.Fitted($"{form.PostAddress.Addressee} 御中", new TextStyle(18), inner.Width, leastPoints: 12), inner.X, y);
        }
        else
            page.Text(document.Fitted($"{form.OperatorName} 御中", new TextStyle(20), inner.Width, leastPoints: 12), inner.X, y);

        // The customary red stamp, in a double frame so that it stands out in black and white, too.
        var content = document.Text($"{form.Title}在中", new TextStyle(14, Bold: true));
        var stamp = new Box(inner.X, inner.Bottom - 12, content.Width + 12, 12);
        page.Frame(stamp, 0.7f);
        page.Frame(stamp.Inset(1.1f, 1.1f), Rule);
        page.Text(content, stamp, Align.Centre);
        page.Text($"受付番号 {form.ApplicationNumber}", inner.Right, inner.Bottom - 3, new TextStyle(8.5f), Align.Right);
    }

    private static void DrawCoveringNote(PdfDocument document, PdfPage page, ApplicationForm form, float top)
    {
        const float left = 25, right = 185, width = right - left, senderX = 96;
        var body = new TextStyle(10, Leading: 1.75f);
        page.Text("送付状", PdfPage.Width / 2, top, new TextStyle(17), Align.Centre);
        page.Text("　　　　年　　月　　日", right, top + 11, body, Align.Right);

        var y = page.Place(document.Fitted(form.OperatorName, new TextStyle(11), width / 2, leastPoints: 8), left, top + 17) + 1.6f;
        y = form.PostAddress.Addressee.Length == 0 ? y : page.Place(document.Fitted($"{form.PostAddress.Addressee} 御中", new TextStyle(11), width / 2, leastPoints: 8), left, y);
        var sender = form.Sender;
        string[] lines = [$"〒{sender.PostalCode}", sender.Address, sender.Company, sender.Unit, sender.Person, $"電話 {sender.Telephone}"];
        y = Math.Max(y + 3, top + 27);
        foreach (var line in lines.Where(line => line.Length > 0))
            y = page.Place(document.Text(line, new TextStyle(9.5f, Leading: 1.25f), right - senderX), senderX, y) + 1;

        y += 9;
        page.Text($"{form.Title}のご送付について", PdfPage.Width / 2, y, new TextStyle(12), Align.Centre);
        y += 9;
        y = page.Place(document.Text($"　{form.KindLabel}の申込みにあたり、下記の書類をお送りいたします。お手続きくださいますようお願い申し上げます。", body, width), left, y);
        page.Text("記", PdfPage.Width / 2, y + 5, body, Align.Centre);
        y = CheckList(document, page,
            [$"{form.Title}(受付番号 {form.ApplicationNumber}　第{form.Revision}版)", .. form.Enclosures], left + 8, y + 13, width - 16, new TextStyle(10, Leading: 1.3f));
        page.Text("以上", right, y + 1, body, Align.Right);
    }

    private static string Addressee(ApplicationForm form) =>
        form.PostAddress.Addressee.Length == 0 ? $"{form.OperatorName} 御中" : $"{form.OperatorName} {form.PostAddress.Addressee} 御中";

    private static void Heading(PdfDocument document, PdfPage page, string text, Box box)
    {
        page.Fill(box, HeadingGrey);
        page.Text(document.Text(text, _heading), box.Inset(2, 0));
    }

    /// <summary>Boxes to tick, one below the other; returns where the list ends.</summary>
    private static float CheckList(PdfDocument document, PdfPage page, IEnumerable<string> items, float x, float y, float width, TextStyle style)
    {
        foreach (var item in items)
        {
            page.Frame(new Box(x, y + 0.1f, style.Size * 0.9f, style.Size * 0.9f), Rule);
            y = page.Place(document.Text(item, style, width - style.Size * 1.6f), x + style.Size * 1.6f, y) + style.Size * 0.6f;
        }
        return y;
    }

    /// <summary>How closely the table is set.</summary>
    /// <param name="Points">Size of the entries.</param>
    /// <param name="Padding">Space above and below an entry.</param>
    private readonly record struct Density(float Points, float Padding)
    {
        /// <summary>Size of the labels, a little smaller than the entries.</summary>
        public float LabelPoints => Math.Min(8.5f, Points);

        /// <summary>Height of a group's heading.</summary>
        public float HeadingHeight => LabelPoints / PdfDocument.Millimetre + 1.6f * Padding;
    }

    private sealed record TableRow(ApplicationFormSection Section, ApplicationFormRow Entry, TextBlock Value, float Padding)
    {
        public float Height => Value.Height + 2 * Padding;
    }
}
