using NexiPortal.Application.WebUsers;
using NexiPortal.Infrastructure.Documents;

namespace NexiPortal.Infrastructure.WebUsers;

/// <summary>
/// The letter on one A4 page: above the first fold what may be seen through the window, between the folds the secrets, below them the way to the first login.
/// Folded like a Z, its address outside, it keeps the middle inside and the password away from behind the window.
/// </summary>
/// <remarks>All measures are millimetres.</remarks>
internal sealed class RegistrationNoticePdf(DocumentFonts fonts, LetterPlacement placement) : IRegistrationNoticeRenderer
{
    private const float Left = 14, Right = PdfPage.Width - Left, Width = Right - Left;
    private const float Hairline = 0.12f, Heavy = 0.45f;
    private const float LabelGrey = 0.95f, HeadingGrey = 0.84f;

    // Beside and below the window, however far its place is set off.
    private const float SenderX = 130, TitleTop = 71;

    private const float EntriesTop = 103, EntryHeight = 6.8f, EntryLabelWidth = 48;
    private const float PasswordTop = 126, PasswordHeight = 26;
    private const float CautionsTop = 155.5f, StepsTop = 204, ContactTop = 280;

    // Small, but where it always shows, is better than large; 8 points can be read by any postman, 6.5 still by a kind one.
    private static readonly float[] _pointsAlwaysSeen = [10, 9.5f, 9, 8.5f, 8], _pointsInWindow = [10, 9.5f, 9, 8.5f, 8, 7.5f, 7, 6.5f];

    private static readonly TextStyle _label = new(9);
    private static readonly TextStyle _body = new(9.5f, Leading: 1.45f);

    /// <inheritdoc />
    public byte[] Render(IReadOnlyList<NoticeLetter> notices)
    {
        if (notices.Count == 0) throw new ArgumentException("There is no letter to print.", nameof(notices));
        var document = new PdfDocument(fonts);
        foreach (var notice in notices)
            Draw(document, document.AddPage(), notice);
        return document.Print(notices[0].Title, notices[0].OperatorName, notices[0].CreatedAt);
    }

    private void Draw(PdfDocument document, PdfPage page, NoticeLetter notice)
    {
        DrawAddress(document, page, notice.Address);
        DrawSender(document, page, notice);
        page.Text(notice.Title, PdfPage.Width / 2, TitleTop, new TextStyle(17, Bold: true), Align.Centre);
        page.Stack([notice.Greeting], new Box(Left, TitleTop + 10, Width, EnvelopeWindow.FirstFold - TitleTop - 12), _body);

        DrawEntries(document, page, notice.Entries);
        DrawPassword(document, page, notice.Password);
        DrawSection(page, notice.Cautions, new Box(Left, CautionsTop, Width, EnvelopeWindow.SecondFold - CautionsTop - 2), indent: 3.5f, _ => "・");

        DrawSection(page, notice.Steps, new Box(Left, StepsTop, Width, ContactTop - StepsTop - 3), indent: 5.5f, index => $"{index + 1}.");
        page.Line(Left, ContactTop, Right, ContactTop, Hairline);
        page.Text(document.Fitted(notice.Contact, _label, Width, leastPoints: 6), Left, ContactTop + 2);
        EnvelopeWindow.MarkFolds(page);
    }

    private void DrawAddress(PdfDocument document, PdfPage page, NoticeAddress address)
    {
        var (box, blocks) = SetAddress(document, address);
        var confidential = document.Text(address.Confidential, blocks[0].Style);
        var mark = new Box(box.Right - confidential.Width - 2.4f, box.Y, confidential.Width + 2.4f, confidential.Height + 1);
        page.Text(confidential, mark, Align.Centre);
        page.Frame(mark, 0.25f);
        var y = box.Y + 0.5f;
        foreach (var block in blocks)
            y = page.Place(block, box.X, y) + Between(block.Style);
    }

    /// <summary>Sets the address as large as it shows wherever the letter slides; a long one as large as the window allows.</summary>
    private (Box Box, List<TextBlock> Blocks) SetAddress(PdfDocument document, NoticeAddress address)
    {
        var sizes = _pointsAlwaysSeen.Select(points => (points, EnvelopeWindow.AlwaysSeen(placement)))
            .Concat(_pointsInWindow.Select(points => (points, EnvelopeWindow.Of(placement))));
        foreach (var (points, window) in sizes)
        {
            var box = window.Inset(1.5f, 1);
            var style = new TextStyle(points, Leading: 1.22f);
            List<TextBlock> blocks = [.. address.Lines.Prepend(address.PostalLine).Select(line => document.Text(line, style, box.Width)),
                document.Text(address.Person, style with { Points = points * 1.15f }, box.Width)];
            if (blocks.Sum(block => block.Height + Between(block.Style)) <= box.Height)
                return (box, blocks);
        }
        throw new InvalidOperationException("The address of the letter does not fit in the window.");
    }

    private static float Between(TextStyle style) => style.Size * (style.Leading - 1);

    private static void DrawSender(PdfDocument document, PdfPage page, NoticeLetter notice)
    {
        page.Text(notice.IssuedOn, Right, 14, new TextStyle(9.5f), Align.Right);
        var name = document.Fitted(notice.OperatorName, new TextStyle(11), Right - SenderX, leastPoints: 8);
        page.Text(notice.Number, Right, 18.6f, _label, Align.Right);
        var y = page.Place(name, SenderX, 25);
        page.Stack(notice.Sender, new Box(SenderX, y + 2, Right - SenderX, 24), new TextStyle(8.5f, Leading: 1.3f), between: 1.2f);
    }

    private static void DrawEntries(PdfDocument document, PdfPage page, IReadOnlyList<NoticeEntry> entries)
    {
        var height = entries.Count * EntryHeight;
        page.Fill(new Box(Left, EntriesTop, EntryLabelWidth, height), LabelGrey);
        foreach (var (index, entry) in entries.Index())
        {
            var row = new Box(Left, EntriesTop + index * EntryHeight, Width, EntryHeight);
            page.Cell(entry.Label, row with { Width = EntryLabelWidth }, _label);
            var value = row with { X = Left + EntryLabelWidth, Width = Width - EntryLabelWidth };
            page.Text(document.Fitted(entry.Value, new TextStyle(13, Leading: 1.1f), value.Width - 6, leastPoints: 7), value.Inset(3, 0));
            if (index > 0)
                page.Line(Left, row.Y, Right, row.Y, Hairline);
        }
        page.Line(Left + EntryLabelWidth, EntriesTop, Left + EntryLabelWidth, EntriesTop + height, Hairline);
        page.Frame(new Box(Left, EntriesTop, Width, height), Heavy);
    }

    private static void DrawPassword(PdfDocument document, PdfPage page, NoticePassword password)
    {
        const float headingHeight = 6, charactersTop = PasswordTop + headingHeight + 1.2f, readingsTop = charactersTop + 8.6f;
        const float margin = 5, betweenGroups = 4;
        const int group = 4;
        var heading = new Box(Left, PasswordTop, Width, headingHeight);
        page.Fill(heading, HeadingGrey);
        page.Cell(password.Label, heading, new TextStyle(10, Bold: true));
        page.Cell(password.UsableUntil, heading, new TextStyle(10), Align.Right);

        var characters = password.Characters;
        var each = (Width - 2 * margin - (characters.Count - 1) / group * betweenGroups) / characters.Count;
        Box Cell(int index, float top, float height) => new(Left + margin + index * each + index / group * betweenGroups, top, each, height);
        // All characters first, so that a reader of the file finds them in one piece.
        foreach (var (index, character) in characters.Index())
            page.Text(document.Text(character.Value.ToString(), new TextStyle(20, Bold: true)), Cell(index, charactersTop, 8), Align.Centre);
        var reading = new TextStyle(characters.Min(character => document.Fitted(character.Reading, new TextStyle(7), each - 0.6f, leastPoints: 5).Style.Points));
        foreach (var (index, character) in characters.Index())
            page.Text(document.Text(character.Reading, reading), Cell(index, readingsTop, 3), Align.Centre);
        for (var from = 0; from < characters.Count; from += group)
        {
            var to = Math.Min(from + group, characters.Count) - 1;
            page.Frame(Cell(from, charactersTop, 12.2f) with { Width = Cell(to, 0, 0).Right - Cell(from, 0, 0).X }, Hairline, 0.5f);
        }
        page.Text(document.Fitted(password.Note, _label, Width - 2 * margin, leastPoints: 7), Left + margin, PasswordTop + PasswordHeight - 4.6f);
        page.Frame(new Box(Left, PasswordTop, Width, PasswordHeight), Heavy);
    }

    private static void DrawSection(PdfPage page, NoticeSection section, Box box, float indent, Func<int, string> mark)
    {
        page.Text(section.Title, box.X, box.Y, new TextStyle(11, Bold: true));
        page.Stack(section.Items, box with { Y = box.Y + 6, Height = box.Height - 6 }, _body, between: 2, indent, mark);
    }
}
