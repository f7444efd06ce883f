using NexiPortal.Domain.Common;

namespace NexiPortal.Web.Pages.BackOffice.Cases;

/// <summary>A field of a page about a case.</summary>
/// <param name="Name">Its name and id.</param>
/// <param name="Label">Its label.</param>
/// <param name="Value">What stands in it.</param>
/// <param name="Error">What is wrong with it.</param>
public sealed record CaseField(string Name, string Label, string Value, Error? Error)
{
    /// <summary>What to enter; may be empty.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Whether it has to be filled in.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Of a day, the latest that can be; null of a number.</summary>
    public DateOnly? Latest { get; init; }

    /// <summary>Ids of what is to be read out with it.</summary>
    public string? DescribedBy => string.Join(' ', ((string[])[Hint.Length > 0 ? $"{Name}-hint" : "", Error is null ? "" : $"{Name}-error"]).Where(id => id.Length > 0)) is { Length: > 0 } ids ? ids : null;
}

/// <summary>Boxes to tick on a page about a case.</summary>
/// <param name="Name">Their name; the first one's id.</param>
/// <param name="Label">Their label.</param>
/// <param name="Choices">The boxes.</param>
/// <param name="Error">What is wrong with them.</param>
public sealed record CaseChoices(string Name, string Label, IReadOnlyList<CaseChoice> Choices, Error? Error)
{
    /// <summary>What to tick; may be empty.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Whether something has to be ticked.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>One box.</summary>
/// <param name="Value">What it sends.</param>
/// <param name="Label">Its label.</param>
/// <param name="IsTicked">Whether it is ticked.</param>
public sealed record CaseChoice(string Value, string Label, bool IsTicked);
