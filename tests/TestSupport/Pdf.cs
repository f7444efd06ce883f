using System.Diagnostics;
using UglyToad.PdfPig;
using UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;

namespace NexiPortal.TestSupport;

/// <summary>A page of a PDF as text.</summary>
/// <param name="Text">The text in the order of its drawing, with spaces and line breaks where the layout has gaps.</param>
/// <param name="Letters">The letters alone, joined in the order of their drawing; for text that the layout may break anywhere.</param>
public sealed record PdfText(string Text, string Letters);

/// <summary>Reads a PDF back: what it says and what its QR codes say.</summary>
public sealed class Pdf
{
    private readonly byte[] _content;

    /// <summary>Reads a PDF.</summary>
    public Pdf(byte[] content)
    {
        _content = content;
        using var document = PdfDocument.Open(content);
        Pages = [.. document.GetPages().Select(page => new PdfText(ContentOrderTextExtractor.GetText(page), string.Concat(page.Letters.Select(letter => letter.Value))))];
    }

    /// <summary>Its pages in order.</summary>
    public IReadOnlyList<PdfText> Pages { get; }

    /// <summary>The letters of all pages, joined.</summary>
    public string Letters => string.Concat(Pages.Select(page => page.Letters));

    /// <summary>What the QR codes on a page (from 1) say, read from the page as drawn at 200 dpi.</summary>
    public async Task<IReadOnlyList<string>> DecodeQrAsync(int page = 1)
    {
        var (pdfToPpm, zbarImg) = (Requirements.PdfToPpm.Demand(), Requirements.ZBarImg.Demand());
        var directory = Directory.CreateTempSubdirectory("nexiportal-pdf-").FullName;
        try
        {
            var file = Path.Combine(directory, "document.pdf");
            await File.WriteAllBytesAsync(file, _content);
            await RunAsync(pdfToPpm, [0], "-r", "200", "-png", "-singlefile", "-f", $"{page}", "-l", $"{page}", file, Path.Combine(directory, "page"));
            // zbarimg ends with 4 when it finds no code.
            var said = await RunAsync(zbarImg, [0, 4], "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", Path.Combine(directory, "page.png"));
            return said.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task<string> RunAsync(string tool, int[] success, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return success.Contains(process.ExitCode)
            ? output
            : throw new InvalidOperationException($"{Path.GetFileName(tool)} ended with {process.ExitCode}: {await error}");
    }
}
