using System.Globalization;
using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.WebUsers;

/// <summary>
/// 発行番号 of a letter: whose it is, which letter of theirs, which print of it, such as A000000011-1-2. It stands on the letter, so that everybody
/// who holds one can tell whether it is the print that counts.
/// </summary>
/// <param name="UserId">WebユーザーID of the administrator.</param>
/// <param name="Issue">Which letter of the administrator, from 1.</param>
/// <param name="Print">Which print of the letter, from 1; 0 while it is not printed.</param>
public sealed record NoticeNumber(WebUserId UserId, int Issue, int Print)
{
    /// <summary>Reads a number as it is written; null when it is none.</summary>
    public static NoticeNumber? Read(string? text) =>
        (text ?? "").Split('-') is [var id, var issue, var print] && WebUserId.Read(id) is { } userId && Count(issue) is { } whichLetter && Count(print) is { } whichPrint
            ? new(userId, whichLetter, whichPrint)
            : null;

    /// <summary>The number of the next print.</summary>
    public NoticeNumber Next => this with { Print = Print + 1 };

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{UserId}-{Issue}-{Print}");

    private static int? Count(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;
}
