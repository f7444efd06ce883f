using NexiPortal.Domain.Common;

namespace NexiPortal.Web.Pages;

/// <summary>A field for a one-time password.</summary>
/// <param name="Name">Name of the field.</param>
/// <param name="Label">Its label.</param>
/// <param name="Error">What is wrong with it.</param>
public sealed record CodeField(string Name, string Label, Error? Error);
