namespace NexiPortal.Infrastructure.Documents;

/// <summary>What all documents of a kind say: its texts, shaped once, and the fonts cut down to them once. Kept as long as such documents are printed; safe on any thread.</summary>
/// <param name="Shaped">The texts, regular or bold, as glyphs.</param>
/// <param name="Cuts">The fonts.</param>
internal sealed record PdfTemplate(IReadOnlyDictionary<(string Text, bool Bold), IReadOnlyList<Glyph>> Shaped, FontCuts Cuts);
