using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace NexiPortal.Application.Tests.Documents;

/// <summary>A PDF as a reader gets it: what can be searched and copied on each page.</summary>
internal static class PrintedPdf
{
    public static string[] Pages(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.GetPages().Select(Text)];
    }

    // Letters in the order they were drawn; where the PDF names the characters meant (ActualText), those, as every viewer does.
    private static string Text(Page page)
    {
        var meant = new Dictionary<Letter, string>(ReferenceEqualityComparer.Instance);
        foreach (var content in page.GetMarkedContents().Where(content => content.ActualText is not null))
        {
            foreach (var (index, letter) in content.Letters.Index())
                meant[letter] = index == 0 ? content.ActualText! : "";
        }
        return string.Concat(page.Letters.Select(letter => meant.GetValueOrDefault(letter, letter.Value)));
    }
}
