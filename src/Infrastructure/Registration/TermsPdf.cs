using System.Text.RegularExpressions;
using NexiPortal.Application.Common;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Infrastructure.Documents;

namespace NexiPortal.Infrastructure.Registration;

/// <summary>The terms of the Web service on as many A4 pages as they need. All measures are millimetres.</summary>
internal sealed partial class TermsPdf(DocumentFonts fonts) : ITermsRenderer
{
    private const float Left = 22, Right = PdfPage.Width - Left, Top = 22, Bottom = PdfPage.Height - 24;
    private const float BetweenArticles = 3, BetweenParagraphs = 1.9f, AfterHeading = 2.5f;

    // Where the text begins after "1." and after "(1)".
    private const float NumberIndent = 6, ItemIndent = 14, ItemNumberX = 6.5f;

    private static readonly TextStyle _title = new(17, Bold: true);
    private static readonly TextStyle _heading = new(10.5f, Bold: true);
    private static readonly TextStyle _body = new(9.5f, Leading: 1.48f);
    private static readonly TextStyle _small = new(8, Grey: 0.25f);

    /// <inheritdoc />
    public byte[] Render(OperatorText terms, string operatorName)
    {
        var document = new PdfDocument(fonts);
        var flow = new Flow(document);
        DrawTitle(document, flow, terms, operatorName);
        foreach (var section in terms.Sections)
        {
            Paragraph[] paragraphs = [.. section.Paragraphs.Select(text => Set(document, text))];
            flow.Y += BetweenArticles;
            if (section.Heading.Length > 0)
            {
                var heading = document.Text(section.Heading, _heading, Right - Left);
                // A heading never stands alone at the foot of a page.
                flow.Need(heading.Height + AfterHeading + Flow.LeastHeight(paragraphs[0].Body));
                flow.Place(heading, Left);
                flow.Y += AfterHeading;
            }
            foreach (var (number, numberX, body, x) in paragraphs)
            {
                flow.Place(body, Left + x, () => flow.Page.Text(number, Left + numberX, flow.Y, _body));
                flow.Y += BetweenParagraphs;
            }
        }
        NumberPages(flow.Pages, $"{terms.Title}　第{terms.Version}版");
        return document.Print(terms.Title, operatorName, new DateTimeOffset(terms.EffectiveOn, TimeOnly.MinValue, JapanTime.Offset));
    }

    private static void DrawTitle(PdfDocument document, Flow flow, OperatorText terms, string operatorName)
    {
        var title = document.Fitted(terms.Title, _title, Right - Left, leastPoints: 12);
        flow.Page.Text(title, PdfPage.Width / 2, flow.Y, Align.Centre);
        flow.Y += title.Height + 5;
        foreach (var line in (string[])[operatorName, $"第{terms.Version}版　{JapanTime.DateWithEra(terms.EffectiveOn)}施行"])
        {
            var block = document.Text(line, _small with { Points = 9, Grey = 0 });
            flow.Page.Text(block, Right, flow.Y, Align.Right);
            flow.Y += block.Height + 1.4f;
        }
        flow.Y += 2;
        flow.Page.Line(Left, flow.Y, Right, flow.Y, 0.3f);
        flow.Y += 2;
    }

    private static void NumberPages(IReadOnlyList<PdfPage> pages, string title)
    {
        foreach (var (index, page) in pages.Index())
        {
            if (index > 0)
                page.Text(title, Right, 13, _small, Align.Right);
            page.Text($"{index + 1} / {pages.Count}", PdfPage.Width / 2, PdfPage.Height - 17, _small with { Points = 9 }, Align.Centre);
        }
    }

    private static Paragraph Set(PdfDocument document, string text)
    {
        var numbered = Numbered().Match(text);
        var (numberX, x) = !numbered.Success ? (0, 0) : numbered.Groups["item"].Success ? (ItemNumberX, ItemIndent) : (0f, NumberIndent);
        return new Paragraph(numbered.Groups["number"].Value, numberX, document.Text(text[numbered.Length..], _body, Right - Left - x), x);
    }

    /// <summary>The number a paragraph begins with: "1." of a paragraph, "(1)" of an item.</summary>
    [GeneratedRegex(@"^(?<number>[0-9]+[.．]|(?<item>[(（][0-9]+[)）]))[ 　]+")]
    private static partial Regex Numbered();

    private sealed record Paragraph(string Number, float NumberX, TextBlock Body, float X);

    /// <summary>Text running down one page after the other.</summary>
    private sealed class Flow
    {
        private readonly PdfDocument _document;
        private readonly List<PdfPage> _pages;

        public Flow(PdfDocument document)
        {
            _document = document;
            _pages = [document.AddPage()];
        }

        /// <summary>Where the next line begins.</summary>
        public float Y { get; set; } = Top;

        /// <summary>The page being filled.</summary>
        public PdfPage Page => _pages[^1];

        /// <summary>All pages so far.</summary>
        public IReadOnlyList<PdfPage> Pages => _pages;

        /// <summary>What must fit at the foot of a page before a block may begin there: two lines, or all of a shorter one.</summary>
        public static float LeastHeight(TextBlock block) => block.Part(0, LeastLines(block.LineCount)).Height;

        /// <summary>Goes to the next page unless so much fits on this one.</summary>
        public void Need(float height)
        {
            if (Y + height <= Bottom)
                return;
            _pages.Add(_document.AddPage());
            Y = Top;
        }

        /// <summary>Sets a block from here on, over as many pages as it takes.</summary>
        public void Place(TextBlock block, float x, Action? besideFirstLine = null)
        {
            Need(LeastHeight(block));
            besideFirstLine?.Invoke();
            for (var from = 0; from < block.LineCount;)
            {
                var left = block.LineCount - from;
                var fitting = 1 + (int)((Bottom - Y - block.Style.Size) / (block.Style.Size * block.Style.Leading));
                // No single line is left for the next page: it takes another one with it.
                var count = fitting >= left ? left : left - fitting == 1 && fitting > 2 ? fitting - 1 : fitting;
                var part = block.Part(from, count);
                Page.Text(part, x, Y);
                Y += part.Height;
                from += count;
                if (from < block.LineCount)
                    Need(float.PositiveInfinity);
            }
        }

        // Three lines cannot be divided without leaving one of them alone.
        private static int LeastLines(int lines) => lines <= 3 ? lines : 2;
    }
}
