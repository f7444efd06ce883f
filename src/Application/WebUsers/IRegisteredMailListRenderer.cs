namespace NexiPortal.Application.WebUsers;

/// <summary>Prints the list (差出票) handed in at the post office with letters sent by registered mail.</summary>
public interface IRegisteredMailListRenderer
{
    /// <summary>Draws the list on as many A4 pages as it needs, each with its head.</summary>
    /// <exception cref="ArgumentException">A text holds a character that no document font can print.</exception>
    byte[] Render(RegisteredMailList list);
}

/// <summary>Everything on a list for registered mail, already worded.</summary>
public sealed record RegisteredMailList
{
    /// <summary>書留・特定記録郵便物等差出票.</summary>
    public required string Title { get; init; }

    /// <summary>Day of handing in, number of letters and the like: what stands in the head of each page.</summary>
    public required IReadOnlyList<NoticeEntry> Head { get; init; }

    /// <summary>The sender: name, post address, telephone; one line each.</summary>
    public required IReadOnlyList<string> Sender { get; init; }

    /// <summary>Headings of the columns: number, addressee, address, 受付番号, tracking number.</summary>
    public required RegisteredMailRow Columns { get; init; }

    /// <summary>The letters, in the order of their numbers.</summary>
    public required IReadOnlyList<RegisteredMailRow> Rows { get; init; }

    /// <summary>The operator: 株式会社日本貿易保険.</summary>
    public required string OperatorName { get; init; }

    /// <summary>The instant recorded as the document's creation.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>One letter of the list.</summary>
/// <param name="Number">Its number on the list.</param>
/// <param name="Addressee">保険利用者名 with the unit, and the Web user's name; one line each.</param>
/// <param name="Address">〒 and 所在地; one line each.</param>
/// <param name="ApplicationNumber">受付番号.</param>
/// <param name="TrackingNumber">お問い合わせ番号; empty, to be filled in at the post office.</param>
public sealed record RegisteredMailRow(string Number, IReadOnlyList<string> Addressee, IReadOnlyList<string> Address, string ApplicationNumber, string TrackingNumber = "");
