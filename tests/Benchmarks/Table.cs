using System.Globalization;

namespace NexiPortal.Benchmarks;

/// <summary>The table, in Markdown.</summary>
internal static class Table
{
    public const string Head = "| Operation | NexiPortal | Beside | Median [least – most] | Goal | |\n|---|---:|---|---:|---:|---|";

    public static string Of(Line line)
    {
        var beside = line.There is { } there ? $"{line.Beside}: {Number(there.Median)} {line.Unit}" : line.Beside;
        var unit = line.There is null ? line.Unit : "×";
        var measure = $"{Number(line.Measure.Median)} {unit} [{Number(line.Measure.Least)} – {Number(line.Measure.Most)}]";
        return $"| {line.Operation} | {Number(line.Here.Median)} {line.Unit} | {beside} | {measure} | {line.Goal} | {(line.Goal is null ? "" : line.IsReached ? "reached" : "missed")} |";
    }

    public static string Number(double value) => value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
