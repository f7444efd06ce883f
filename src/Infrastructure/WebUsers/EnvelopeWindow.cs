using NexiPortal.Application.WebUsers;
using NexiPortal.Infrastructure.Documents;

namespace NexiPortal.Infrastructure.WebUsers;

/// <summary>
/// What the window of a 長形3号 envelope shows of a letter folded in three. All measures are millimetres.
/// The envelope lies: 235 × 120, inside about 3 less, its window 90 × 45, 20 from the left and 12 from the top, as ready-made ones have it.
/// The letter, 210 × 99 when folded, is pushed into the upper left corner; from there it can slide to the right and down.
/// </summary>
internal static class EnvelopeWindow
{
    /// <summary>The window's edges on the letter before any offset.</summary>
    public const float Left = 20, Top = 12;

    /// <summary>Where the letter is folded.</summary>
    public const float FirstFold = 99, SecondFold = 198;

    private const float Width = 90, Height = 45;
    private const float PlayAcross = 232 - PdfPage.Width, PlayDown = 117 - FirstFold;

    /// <summary>What the window shows.</summary>
    public static Box Of(LetterPlacement placement) => new(Left + (float)placement.OffsetRight, Top + (float)placement.OffsetDown, Width, Height);

    /// <summary>The part of it that shows wherever in the envelope the letter has slid.</summary>
    public static Box AlwaysSeen(LetterPlacement placement) => Of(placement) with { Width = Width - PlayAcross, Height = Height - PlayDown };

    /// <summary>Marks the folds at both edges.</summary>
    public static void MarkFolds(PdfPage page)
    {
        const float from = 5, length = 4;
        foreach (var fold in (float[])[FirstFold, SecondFold])
        {
            page.Line(from, fold, from + length, fold, 0.12f, 0.4f);
            page.Line(PdfPage.Width - from - length, fold, PdfPage.Width - from, fold, 0.12f, 0.4f);
        }
    }
}
