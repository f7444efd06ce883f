using System.Globalization;
using System.Security;
using System.Text;

namespace NexiPortal.Benchmarks;

/// <summary>Charts as SVG, readable on light and dark pages.</summary>
internal static class Chart
{
    private const string Ink = "#57606a", Reached = "#2da44e", Missed = "#cf222e";
    private static readonly string[] Colours = ["#0969da", "#8250df", "#bf3989", "#bc4c00", "#1a7f37", "#9a6700", "#57606a"];

    /// <summary>How far each goal is reached: a bar to 1 is just there; its thin line spans the rounds. Lines without a goal are headings of those below them.</summary>
    public static string OfGoals(IReadOnlyList<Line> lines)
    {
        const int labels = 430, width = 900, row = 26, top = 34;
        var svg = Begin(width, top + lines.Count * row + 12);
        Text(svg, labels, 18, "measured as a multiple of its goal: right of the line is reached", "start");
        foreach (var (i, line) in lines.Index())
        {
            var y = top + i * row;
            Text(svg, labels - 10, y + 15, line.Operation.Length > 62 ? $"{line.Operation[..60]}…" : line.Operation, "end");
            if (line.Goal is null) continue;
            svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{labels}" y="{y + 4}" width="{X(Score(line, line.Measure.Median)) - labels:0.#}" height="{row - 12}" rx="2" fill="{(line.IsReached ? Reached : Missed)}"/>""");
            svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{X(Score(line, line.Measure.Least)):0.#}" x2="{X(Score(line, line.Measure.Most)):0.#}" y1="{y + 11}" y2="{y + 11}" stroke="{Ink}" stroke-width="2"/>""");
        }
        svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{X(1):0.#}" x2="{X(1):0.#}" y1="{top - 6}" y2="{top + lines.Count * row}" stroke="{Ink}" stroke-dasharray="4 3"/>""");
        return End(svg);

        // From a quarter to four times the goal, equal factors equally long. Of what must not be there at all there is none, or far too much.
        static double X(double score) => labels + (Math.Log2(Math.Clamp(score, 0.25, 4)) + 2) / 4 * (width - labels - 20);
        static double Score(Line line, double value) => line.Goal!.AtLeast ? value / line.Goal.Limit : value == 0 ? 1 : line.Goal.Limit / value;
    }

    /// <summary>What operations take as the number of applications grows; both scales by equal factors.</summary>
    public static string OfGrowth(IReadOnlyList<int> sizes, IReadOnlyList<Growth.Curve> curves)
    {
        const int left = 60, right = 600, labels = 660, width = 900, top = 24, bottom = 440, height = 480;
        var svg = Begin(width, height);
        for (var power = -1; power <= 2; power++)
        {
            var milliseconds = Math.Pow(10, power);
            svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{left}" x2="{right}" y1="{Y(milliseconds):0.#}" y2="{Y(milliseconds):0.#}" stroke="{Ink}" stroke-opacity="0.25"/>""");
            Text(svg, left - 8, Y(milliseconds) + 4, $"{milliseconds.ToString(CultureInfo.InvariantCulture)} ms", "end");
        }
        foreach (var (i, size) in sizes.Index()) Text(svg, X(i), bottom + 22, size.ToString("#,0", CultureInfo.InvariantCulture), "middle");
        foreach (var (i, curve) in curves.OrderBy(curve => curve.Milliseconds[^1]).Index())
        {
            var colour = Colours[i % Colours.Length];
            var points = string.Join(' ', curve.Milliseconds.Select((time, at) => string.Create(CultureInfo.InvariantCulture, $"{X(at):0.#},{Y(time):0.#}")));
            svg.Append($"""<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>""");
            // In the order of the curves' ends, none over another.
            var labelled = bottom - (double)i / Math.Max(1, curves.Count - 1) * (bottom - top);
            svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{right}" x2="{labels - 4}" y1="{Y(curve.Milliseconds[^1]):0.#}" y2="{labelled:0.#}" stroke="{colour}" stroke-opacity="0.4"/>""");
            Text(svg, labels, labelled + 4, curve.Operation, "start", colour);
        }
        return End(svg);

        double X(int i) => left + (double)i / Math.Max(1, sizes.Count - 1) * (right - left);
        static double Y(double milliseconds) => bottom - (Math.Log10(Math.Clamp(milliseconds, 0.1, 100)) + 1) / 3 * (bottom - top);
    }

    private static StringBuilder Begin(int width, int height) =>
        new($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="sans-serif" font-size="12">""");

    private static void Text(StringBuilder svg, double x, double y, string text, string anchor, string colour = Ink) =>
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{x:0.#}" y="{y:0.#}" text-anchor="{anchor}" fill="{colour}">{SecurityElement.Escape(text)}</text>""");

    private static string End(StringBuilder svg) => svg.Append("</svg>\n").ToString();
}
