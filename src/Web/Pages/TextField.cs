using NexiPortal.Domain.Common;

namespace NexiPortal.Web.Pages;

/// <summary>A field of one line that must be filled in.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Label">Its label.</param>
/// <param name="Value">What stands in it.</param>
/// <param name="Error">What is wrong with it.</param>
public sealed record TextField(string Name, string Label, string? Value, Error? Error)
{
    /// <summary>What stands above it: an example.</summary>
    public string Hint { get; init; } = "";

    /// <summary>What browsers may fill in by themselves.</summary>
    public string Autocomplete { get; init; } = "off";

    /// <summary>Which keyboard suits it.</summary>
    public string InputMode { get; init; } = "text";

    /// <summary>Class of its width.</summary>
    public string Width { get; init; } = "w-m";

    /// <summary>WebユーザーID.</summary>
    public static TextField UserId(string? value, Error? error) => new("UserId", "WebユーザーID", value, error) { Autocomplete = "username" };

    /// <summary>メールアドレス.</summary>
    public static TextField MailAddress(string? value, Error? error) => new("MailAddress", "メールアドレス", value, error) { Autocomplete = "email", InputMode = "email", Width = "w-l" };
}
