using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>How the core's values are written in a column, by convention for every table.</summary>
internal static class ValueConversions
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Apply(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<EmailAddress>().HaveConversion<Address>().HaveMaxLength(EmailAddress.MaxLength);
        conventions.Properties<ApplicationNumber>().HaveConversion<Number>().HaveMaxLength(12);
        conventions.Properties<FieldValues>().HaveConversion<Fields>();
        conventions.Properties<ApplicationType>().HaveConversion<string>().HaveMaxLength(20);
        conventions.Properties<Domain.Mail.MailState>().HaveConversion<string>().HaveMaxLength(20);
    }

    internal sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));

    internal sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), stored => stored);

    private sealed class Address() : ValueConverter<EmailAddress, string>(address => address.Value, stored => EmailAddress.Read(stored)!);

    private sealed class Number() : ValueConverter<ApplicationNumber, string>(number => number.Value, stored => ApplicationNumber.Read(stored)!);

    private sealed class Fields() : ValueConverter<FieldValues, string>(
        values => JsonSerializer.Serialize(values.Filled.ToDictionary(v => v.Key, v => v.Value), Json),
        stored => FieldValues.From(JsonSerializer.Deserialize<Dictionary<string, string>>(stored, Json)!));
}
