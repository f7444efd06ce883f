using NexiPortal.Domain.Common;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>The field for the reason of a change; it stands in the history.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Error">What is wrong with it.</param>
/// <param name="Example">An example.</param>
public sealed record ReasonField(string? Typed, Error? Error, string Example);
