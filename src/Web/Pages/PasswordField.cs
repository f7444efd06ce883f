using NexiPortal.Domain.Common;

namespace NexiPortal.Web.Pages;

/// <summary>A field for a password.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Label">Its label.</param>
/// <param name="Autocomplete">What a password manager makes of it.</param>
/// <param name="Errors">What is wrong with it.</param>
public sealed record PasswordField(string Name, string Label, string Autocomplete, IReadOnlyList<Error> Errors);
