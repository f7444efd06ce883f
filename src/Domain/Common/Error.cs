namespace NexiPortal.Domain.Common;

/// <summary>A refusal that a person can cause, named by a code; its Japanese sentence is written where it is shown.</summary>
/// <param name="Code">Stable name of the refusal, such as <c>registration.link-expired</c>.</param>
public sealed record Error(string Code)
{
    /// <summary>Key of the field the refusal stands at; null when it concerns the whole request.</summary>
    public string? Field { get; init; }

    /// <summary>What the sentence has to name: a limit, a length, a character, an instant.</summary>
    public IReadOnlyList<object> Arguments { get; init; } = [];

    /// <summary>The refusal <paramref name="code"/> at one field.</summary>
    public static Error At(string field, string code, params object[] arguments) =>
        new(code) { Field = field, Arguments = arguments };
}
