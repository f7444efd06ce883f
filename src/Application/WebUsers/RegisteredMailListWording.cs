using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>A letter handed in for registered mail.</summary>
/// <param name="ApplicationNumber">受付番号; empty when the letter belongs to no case.</param>
/// <param name="Recipient">Whom it goes to.</param>
public sealed record RegisteredLetter(string ApplicationNumber, NoticeRecipient Recipient);

/// <summary>What the list for registered mail says.</summary>
/// <param name="nexi">The sender.</param>
public sealed class RegisteredMailListWording(OperatorProfile nexi)
{
    /// <summary>Words the list of letters handed in on a day.</summary>
    /// <param name="letters">The letters.</param>
    /// <param name="handedInOn">The day.</param>
    /// <param name="now">The instant of printing.</param>
    public RegisteredMailList Word(IReadOnlyList<RegisteredLetter> letters, DateOnly handedInOn, DateTimeOffset now) => new()
    {
        Title = "書留・特定記録郵便物等差出票",
        Head = [new("差出日", JapanTime.DateWithEra(handedInOn)), new("通数", $"{letters.Count}通"), new("内容", "登録完了通知書")],
        Sender = [nexi.Name, $"〒{nexi.PostalCode}　{nexi.Address}", $"{nexi.Department}　電話 {nexi.Telephone}"],
        Columns = new("番号", ["受取人"], ["所在地"], "受付番号", "お問い合わせ番号"),
        Rows = [.. letters.Select((letter, index) => new RegisteredMailRow($"{index + 1}",
            [letter.Recipient.Company, .. letter.Recipient.Unit.Length > 0 ? [letter.Recipient.Unit] : Array.Empty<string>(), $"{letter.Recipient.Name}　様"],
            [$"〒{letter.Recipient.PostalCode}", letter.Recipient.Address],
            letter.ApplicationNumber))],
        OperatorName = nexi.Name,
        CreatedAt = now,
    };
}
