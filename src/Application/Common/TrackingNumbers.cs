using FluentValidation;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Common;

/// <summary>お問い合わせ番号 of letters, as the post office gives them: 11 or 12 digits, in any width, with or without hyphens.</summary>
internal static class TrackingNumbers
{
    /// <summary>Holds a number as typed to its shape; it may be empty.</summary>
    public static void IsTrackingNumber<T>(this IRuleBuilder<T, string> typed) => typed
        .Must(number => Tidying.DigitGroups(number) is var tidied && (tidied.Length == 0 || Fits(tidied))).WithErrorCode(RegistrationErrors.TrackingNumberInvalid);

    private static bool Fits(string number) => number.Replace("-", "", StringComparison.Ordinal) is { Length: 11 or 12 } digits && digits.All(char.IsAsciiDigit);
}
