using System.Collections.Immutable;

namespace NexiPortal.Domain.Registration;

/// <summary>Values of the fields of step 2 by the field's key: as typed in a draft, tidied in an application.</summary>
public sealed class FieldValues : IEquatable<FieldValues>
{
    /// <summary>Nothing entered.</summary>
    public static readonly FieldValues Empty = new(ImmutableSortedDictionary<string, string>.Empty);

    private readonly ImmutableSortedDictionary<string, string> _values;

    private FieldValues(ImmutableSortedDictionary<string, string> values) => _values = values;

    /// <summary>The values, ordered by key, without the empty ones.</summary>
    public IEnumerable<KeyValuePair<string, string>> Filled => _values;

    /// <summary>The value of a field; empty when nothing stands there.</summary>
    public string this[ApplicationField field] => _values.GetValueOrDefault(field.Key, "");

    /// <summary>Values by key; empty ones are not kept.</summary>
    public static FieldValues From(IEnumerable<KeyValuePair<string, string>> values) =>
        new(values.Where(v => v.Value.Length > 0).ToImmutableSortedDictionary(StringComparer.Ordinal));

    /// <summary>The same values but for one field.</summary>
    public FieldValues With(ApplicationField field, string value) =>
        new(value.Length == 0 ? _values.Remove(field.Key) : _values.SetItem(field.Key, value));

    /// <inheritdoc />
    public bool Equals(FieldValues? other) => other is not null && _values.SequenceEqual(other._values);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as FieldValues);

    /// <inheritdoc />
    public override int GetHashCode() => _values.Aggregate(0, (hash, v) => HashCode.Combine(hash, v.Key, v.Value));
}
