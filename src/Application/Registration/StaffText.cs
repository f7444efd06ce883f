using FluentValidation;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>What staff write to a step: a reason, a comment, a note. Much of it goes into mails, so no character may stand in it that cannot be shown.</summary>
internal static class StaffText
{
    /// <summary>Most characters.</summary>
    public const int MaxLength = 500;

    /// <summary>The text as it is kept: one kind of line break, nothing round it.</summary>
    public static string Tidy(string typed) => typed.ReplaceLineEndings("\n").Trim();

    /// <summary>Holds a text of a command to its shape.</summary>
    public static void IsStaffText<T>(this IRuleBuilder<T, string> text) => text
        .Must(typed => LengthOf(typed) <= MaxLength).WithErrorCode(RegistrationErrors.NoteTooLong).WithState((_, typed) => new object[] { MaxLength, LengthOf(typed) })
        .Must(typed => Forbidden(typed).Length == 0).WithErrorCode(RegistrationErrors.NoteForbidden).WithState((_, typed) => new object[] { Forbidden(typed) });

    private static int LengthOf(string typed) => TextElements.Count(Tidy(typed));

    private static string Forbidden(string typed) =>
        TextElements.FirstForbidden(Tidy(typed).Replace("\n", "", StringComparison.Ordinal)) is { } rune ? $"U+{rune.Value:X4}" : "";
}
