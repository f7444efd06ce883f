using System.Globalization;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Common;

/// <summary>A part of an operator's text: a heading, or none for the preamble, and its paragraphs.</summary>
/// <param name="Heading">第1条(目的), or empty.</param>
/// <param name="Paragraphs">The paragraphs, with their numbers.</param>
public sealed record TextSection(string Heading, IReadOnlyList<string> Paragraphs);

/// <summary>A text the operator keeps in a file: the terms of the Web service or the privacy notice.</summary>
/// <param name="Title">Title (表題).</param>
/// <param name="Version">Version (版).</param>
/// <param name="EffectiveOn">Date it took effect (施行日).</param>
/// <param name="Sections">Its sections.</param>
public sealed record OperatorText(string Title, string Version, DateOnly EffectiveOn, IReadOnlyList<TextSection> Sections)
{
    private static readonly string[] HeaderNames = ["表題", "版", "施行日"];

    /// <summary>Reads the file's lines: three header lines, then sections headed by "# ".</summary>
    /// <exception cref="FormatException">The file is not of that form; the message says what is missing.</exception>
    public static OperatorText Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var headers = HeaderNames.Select((name, i) => ReadHeader(lines.ElementAtOrDefault(i) ?? "", name)).ToList();
        if (!DateOnly.TryParseExact(headers[2], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var effectiveOn))
            throw new FormatException("the header 施行日 is not a date like 2026-04-01");
        if (effectiveOn < JapanTime.ReiwaBegins) throw new FormatException("the header 施行日 is a date before Reiwa (2019-05-01)");
        if (headers[1].Length > Consent.MaxVersionLength) throw new FormatException($"the header 版 is longer than {Consent.MaxVersionLength} characters");

        var sections = new List<(string Heading, List<string> Paragraphs)> { ("", []) };
        foreach (var line in lines.Skip(HeaderNames.Length).Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal)) sections.Add((line[2..], []));
            else sections[^1].Paragraphs.Add(line);
        }
        var filled = sections.Where(s => s.Paragraphs.Count > 0).Select(s => new TextSection(s.Heading, s.Paragraphs)).ToList();
        return filled.Count > 0 ? new(headers[0], headers[1], effectiveOn, filled) : throw new FormatException("it has no paragraphs");
    }

    private static string ReadHeader(string line, string name)
    {
        var prefix = name + ":";
        var value = line.TrimStart('\uFEFF').Replace("：", ":", StringComparison.Ordinal);
        return value.StartsWith(prefix, StringComparison.Ordinal) && value[prefix.Length..].Trim() is { Length: > 0 } read
            ? read
            : throw new FormatException($"its header line \"{name}: …\" is missing");
    }
}

/// <summary>The operator's texts in force.</summary>
/// <param name="Terms">Webサービス利用規約.</param>
/// <param name="Privacy">個人情報の取扱いについて.</param>
public sealed record OperatorTexts(OperatorText Terms, OperatorText Privacy);
