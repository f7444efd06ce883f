using NexiPortal.Domain.Registration;

namespace NexiPortal.Web.Pages.Service;

/// <summary>A field in which what somebody typed differs from what somebody else has registered since the page was shown.</summary>
/// <param name="Field">Its label.</param>
/// <param name="Registered">What is registered now.</param>
/// <param name="Typed">What was typed.</param>
public sealed record Difference(string Field, string Registered, string Typed)
{
    /// <summary>Every such field, in the form's order.</summary>
    public static IReadOnlyList<Difference> Between(FieldValues registered, FieldValues typed, IEnumerable<ApplicationField> fields) =>
        [.. fields.Where(field => !field.IsConfirmation && typed[field] != registered[field]).Select(field => new Difference(field.Label, registered[field], typed[field]))];
}
