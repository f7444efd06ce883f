using NexiPortal.Application.WebUsers;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Web.Pages.BackOffice;

/// <summary>A table of letters with which something is still to be done.</summary>
/// <param name="Id">Id of the table, to which refusals lead.</param>
/// <param name="Label">What it lists.</param>
/// <param name="Pile">The letters.</param>
/// <param name="Chosen">発行番号 of those chosen.</param>
/// <param name="Errors">Why what was to be done with them was refused.</param>
public sealed record LetterTable(string Id, string Label, ListNotices.Pile Pile, IReadOnlyList<string> Chosen, IReadOnlyList<Error> Errors)
{
    /// <summary>Whether they are chosen, to be printed or confirmed.</summary>
    public bool HasChoice => Pile.Rows[0].State is NoticeState.ToPrint or NoticeState.Printed;

    /// <summary>Whether they have been printed.</summary>
    public bool IsPrinted => Pile.Rows[0].State is not NoticeState.ToPrint;

    /// <summary>Why a letter is to be printed.</summary>
    public static string Occasion(NoticeRow letter) => letter.Number switch
    {
        { Print: > 0 } => $"登録内容の訂正(発行番号 {letter.Number} の通知書は破棄してください)",
        { Issue: > 1 } => "再発行",
        _ => "新規",
    };
}
