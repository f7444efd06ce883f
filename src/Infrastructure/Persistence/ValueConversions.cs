using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.Staff;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>How the core's values are written in a column, by convention for every table.</summary>
internal static class ValueConversions
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Apply(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<EmailAddress>().HaveConversion<Address>().HaveMaxLength(EmailAddress.MaxLength);
        conventions.Properties<ApplicationNumber>().HaveConversion<Number>().HaveMaxLength(12);
        conventions.Properties<InsuranceUserCode>().HaveConversion<Code>().HaveMaxLength(InsuranceUserCode.Length);
        conventions.Properties<WebUserId>().HaveConversion<UserId>().HaveMaxLength(WebUserId.Length);
        conventions.Properties<FieldValues>().HaveConversion<Fields>();
        conventions.Properties<Actor>().HaveConversion<ActorName>().HaveMaxLength(64);
        conventions.Properties<ApplicationState>().HaveConversion<string>().HaveMaxLength(20);
        conventions.Properties<ApplicationVerb>().HaveConversion<string>().HaveMaxLength(20);
        conventions.Properties<StaffId>().HaveConversion<Staff>().HaveMaxLength(StaffId.MaxLength);
        conventions.Properties<StaffRoles>().HaveConversion<string>().HaveMaxLength(50);
        conventions.Properties<MailboxUse>().HaveConversion<string>().HaveMaxLength(20);
        conventions.Properties<ApplicationType>().HaveConversion<string>().HaveMaxLength(20);
        conventions.Properties<InsuranceUserVerb>().HaveConversion<string>().HaveMaxLength(20);
        conventions.Properties<WebUserRole>().HaveConversion<string>().HaveMaxLength(20);
        conventions.Properties<WebUserState>().HaveConversion<string>().HaveMaxLength(20);
        conventions.Properties<PasswordLinkPurpose>().HaveConversion<string>().HaveMaxLength(20);
        conventions.Properties<CodeMethod>().HaveConversion<string>().HaveMaxLength(20);
        conventions.Properties<NoticeState>().HaveConversion<string>().HaveMaxLength(20);
        conventions.Properties<Domain.Mail.MailState>().HaveConversion<string>().HaveMaxLength(20);
    }

    internal sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(
        instant => instant.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));

    internal sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(instant => instant.ToUniversalTime(), stored => stored);

    internal sealed class Keys() : ValueConverter<IReadOnlyList<string>, string>(
        keys => JsonSerializer.Serialize(keys, Json), stored => JsonSerializer.Deserialize<string[]>(stored, Json)!);

    internal sealed class KeysComparer() : ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), keys => keys.Count, keys => keys);

    internal sealed class Registered() : ValueConverter<RegisteredDetails, string>(
        details => JsonSerializer.Serialize(details, Json), stored => JsonSerializer.Deserialize<RegisteredDetails>(stored, Json)!);

    private sealed class ActorName() : ValueConverter<Actor, string>(actor => actor.Name, stored => new Actor(stored));

    internal sealed class Origins() : ValueConverter<IReadOnlyList<TriesFromOrigin>, string>(
        origins => JsonSerializer.Serialize(origins, Json), stored => JsonSerializer.Deserialize<TriesFromOrigin[]>(stored, Json)!);

    internal sealed class OriginsComparer() : ValueComparer<IReadOnlyList<TriesFromOrigin>>(
        (a, b) => a!.SequenceEqual(b!), origins => origins.Count, origins => origins.ToArray());

    private sealed class Staff() : ValueConverter<StaffId, string>(id => id.Value, stored => StaffId.Read(stored)!);

    private sealed class Address() : ValueConverter<EmailAddress, string>(address => address.Value, stored => EmailAddress.Read(stored)!);

    private sealed class Number() : ValueConverter<ApplicationNumber, string>(number => number.Value, stored => ApplicationNumber.Read(stored)!);

    private sealed class Code() : ValueConverter<InsuranceUserCode, string>(code => code.Value, stored => InsuranceUserCode.Read(stored)!);

    private sealed class UserId() : ValueConverter<WebUserId, string>(id => id.Value, stored => WebUserId.Read(stored)!);

    private sealed class Fields() : ValueConverter<FieldValues, string>(
        values => JsonSerializer.Serialize(values.Filled.ToDictionary(v => v.Key, v => v.Value), Json),
        stored => FieldValues.From(JsonSerializer.Deserialize<Dictionary<string, string>>(stored, Json)!));
}
