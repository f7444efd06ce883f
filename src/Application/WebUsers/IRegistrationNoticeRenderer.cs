using NexiPortal.Domain.Common;

namespace NexiPortal.Application.WebUsers;

/// <summary>Prints the letter (登録完了通知書) that brings the Web user (administrator) the first login.</summary>
public interface IRegistrationNoticeRenderer
{
    /// <summary>Draws letters one after the other as one PDF, each on one page of its own.</summary>
    /// <remarks>The same letters give the same bytes. Safe on any thread.</remarks>
    /// <exception cref="ArgumentException">There is no letter, or a text holds a character that no document font can print.</exception>
    byte[] Render(IReadOnlyList<NoticeLetter> notices);
}

/// <summary>Everything on a letter, already worded: the renderer decides where things stand, never what they say.</summary>
public sealed record NoticeLetter
{
    /// <summary>登録完了通知書.</summary>
    public required string Title { get; init; }

    /// <summary>What shows in the envelope's window.</summary>
    public required NoticeAddress Address { get; init; }

    /// <summary>The day of the letter, worded with its era.</summary>
    public required string IssuedOn { get; init; }

    /// <summary>発行番号 of this print.</summary>
    public required string Number { get; init; }

    /// <summary>The operator: 株式会社日本貿易保険.</summary>
    public required string OperatorName { get; init; }

    /// <summary>The operator's post address and department, one line each.</summary>
    public required IReadOnlyList<string> Sender { get; init; }

    /// <summary>What the letter is about.</summary>
    public required string Greeting { get; init; }

    /// <summary>What was registered: 保険利用者名, 保険利用者コード, WebユーザーID(管理者用).</summary>
    public required IReadOnlyList<NoticeEntry> Entries { get; init; }

    /// <summary>The panel of the initial password.</summary>
    public required NoticePassword Password { get; init; }

    /// <summary>How to keep the letter, and what to do when it is lost or late.</summary>
    public required NoticeSection Cautions { get; init; }

    /// <summary>How to log in for the first time, step by step.</summary>
    public required NoticeSection Steps { get; init; }

    /// <summary>Where to ask: department, telephone, hours; one line.</summary>
    public required string Contact { get; init; }

    /// <summary>The instant recorded as the document's creation.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>The address in the window.</summary>
/// <param name="PostalLine">〒100-0001.</param>
/// <param name="Lines">所在地, 保険利用者名, the unit's name for a branch, 所属名 and 役職名; one line each.</param>
/// <param name="Person">The Web user's name with 様.</param>
/// <param name="Confidential">親展.</param>
public sealed record NoticeAddress(string PostalLine, IReadOnlyList<string> Lines, string Person, string Confidential);

/// <summary>One thing that was registered.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">What it is now.</param>
public sealed record NoticeEntry(string Label, string Value);

/// <summary>The panel of the initial password.</summary>
/// <param name="Label">初期パスワード.</param>
/// <param name="UsableUntil">Its expiry, worded with its era.</param>
/// <param name="Characters">The password, each character with its reading.</param>
/// <param name="Note">How to read and type it.</param>
public sealed record NoticePassword(string Label, string UsableUntil, IReadOnlyList<PasswordCharacter> Characters, string Note);

/// <summary>A heading with its paragraphs or steps.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Items">The paragraphs, without bullets or numbers.</param>
public sealed record NoticeSection(string Title, IReadOnlyList<string> Items);
