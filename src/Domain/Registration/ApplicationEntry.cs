using NexiPortal.Domain.Common;
using static NexiPortal.Domain.Registration.ApplicationFields;

namespace NexiPortal.Domain.Registration;

/// <summary>A row of ⑪ and of the form.</summary>
/// <param name="Group">Title of its box.</param>
/// <param name="Legend">Legend it shares with its neighbours; empty for none.</param>
/// <param name="Label">Label.</param>
/// <param name="Value">What people read there; empty when nothing was entered.</param>
/// <param name="Typed">What was typed, where tidying changed it (⑪ says so); null where it stands as typed.</param>
public sealed record EntryRow(string Group, string Legend, string Label, string Value, string? Typed = null);

/// <summary>What was entered in step 2, read once: tidied, checked, and ready to be shown in the form's order.</summary>
public sealed class ApplicationEntry
{
    private ApplicationEntry(ApplicationType type, FieldValues typed, FieldValues tidied, IReadOnlyList<Error> errors)
    {
        Type = type;
        Typed = typed;
        Tidied = tidied;
        Errors = errors;
    }

    /// <summary>The kind of application.</summary>
    public ApplicationType Type { get; }

    /// <summary>The values as typed.</summary>
    public FieldValues Typed { get; }

    /// <summary>The values as they will be registered.</summary>
    public FieldValues Tidied { get; }

    /// <summary>What has to be mended, in the form's order, at most one refusal a field.</summary>
    public IReadOnlyList<Error> Errors { get; }

    /// <summary>Reads what was typed for a kind; values of fields the kind does not ask for are dropped.</summary>
    public static ApplicationEntry Read(ApplicationType type, FieldValues typed, IPrintableText printable) => Read(type, For(type), typed, printable);

    /// <summary>Reads what was typed into some of a kind's fields: where staff correct a part of what was entered at step 2.</summary>
    public static ApplicationEntry Read(ApplicationType type, IReadOnlyList<ApplicationField> asked, FieldValues typed, IPrintableText printable)
    {
        var tidied = FieldValues.From(asked.Select(f => KeyValuePair.Create(f.Key, f.Rule.Tidy(typed[f]))));
        if (tidied[RegisteredAddressChoice] != OtherAddress) tidied = tidied.With(RegisteredAddress, "");
        var errors = asked.Select(f => Check(f, type, tidied, printable)).OfType<Error>().ToList();
        return new(type, typed, tidied, errors);
    }

    /// <summary>The rows of ⑪ and of the form: the kind first, then every field asked for.</summary>
    public IReadOnlyList<EntryRow> Rows() =>
        [KindOf(Type), .. Rows(For(Type), Tidied, field => field.Rule is not ChoiceRule && Tidying.Shows(Typed[field], Tidied[field]) ? Typed[field].Trim() : null)];

    /// <summary>The rows of an application whose values are registered already.</summary>
    public static IReadOnlyList<EntryRow> Rows(ApplicationType type, FieldValues registered) => [KindOf(type), .. Rows(For(type), registered)];

    /// <summary>The rows of some fields whose values are registered already.</summary>
    public static IReadOnlyList<EntryRow> Rows(IEnumerable<ApplicationField> fields, FieldValues registered) => [.. Rows(fields, registered, _ => null)];

    private static EntryRow KindOf(ApplicationType type) => new(Title(FieldGroup.Application), "", "申込種類", type.Label());

    private static IEnumerable<EntryRow> Rows(IEnumerable<ApplicationField> fields, FieldValues values, Func<ApplicationField, string?> typed)
    {
        foreach (var field in fields.Where(f => !f.IsConfirmation))
        {
            // 登記所在地 is one row: the choice when it is the same address, else the address itself.
            if (field == RegisteredAddressChoice && values[field] == OtherAddress) continue;
            if (field == RegisteredAddress && values[RegisteredAddressChoice] != OtherAddress) continue;
            var (legend, label) = field == RegisteredAddressChoice || field == RegisteredAddress ? ("", RegisteredAddressChoice.Label) : (field.Legend, field.Label);
            yield return new(Title(field.Group), legend, label, field.Display(values[field]), typed(field));
        }
    }

    private static Error? Check(ApplicationField field, ApplicationType type, FieldValues tidied, IPrintableText printable)
    {
        var value = tidied[field];
        if (value.Length > 0 && field.Rule.Check(value, printable) is { } wrong) return wrong with { Field = field.Key };
        if (value.Length == 0 && IsRequired(field, type, tidied)) return new Error(field.Rule.MissingCode) { Field = field.Key };
        if (field.OrElse is { } other && value.Length == 0 && tidied[other].Length == 0) return Error.At(field.Key, FieldErrors.DepartmentOrTitle);
        if (field.Confirms is { } first && value != tidied[first]) return Error.At(field.Key, FieldErrors.MailAddressesDiffer);
        return null;
    }

    /// <summary>Whether a field must be filled in, given what else is: the other address of 登記所在地 is then required.</summary>
    public static bool IsRequired(ApplicationField field, ApplicationType type, FieldValues values) =>
        field.For(type) == Requirement.Required || (field == RegisteredAddress && values[RegisteredAddressChoice] == OtherAddress);
}
