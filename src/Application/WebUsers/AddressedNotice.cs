using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>A letter with whom it is for.</summary>
internal sealed record AddressedNotice(RegistrationNotice Notice, WebUser Administrator)
{
    /// <summary>発行番号 of its latest print.</summary>
    public NoticeNumber Number => Notice.NumberFor(Administrator);

    /// <summary>Whom it goes to.</summary>
    public NoticeRecipient Recipient => new()
    {
        PostalCode = Notice.Address.PostalCode,
        Address = Notice.Address.Address,
        Company = Notice.Address.Company,
        Unit = Notice.Address.Unit,
        Department = Administrator.Details.Department,
        JobTitle = Administrator.Details.JobTitle,
        Name = Administrator.Details.Name,
    };
}

/// <summary>How letters are found: always in the order in which they came to be printed, so that lists and stacks of paper agree.</summary>
internal static class AddressedNotices
{
    /// <summary>Letters with whom they are for.</summary>
    public static async Task<List<AddressedNotice>> ToAddressedAsync(this IQueryable<RegistrationNotice> notices, IQueryable<WebUser> administrators, CancellationToken ct)
    {
        var found = await notices.Join(administrators, n => n.AdministratorId, u => u.Id, (notice, administrator) => new { notice, administrator }).ToListAsync(ct);
        return [.. found.OrderBy(pair => pair.notice.Id).Select(pair => new AddressedNotice(pair.notice, pair.administrator))];
    }

    /// <summary>
    /// The letters that staff chose on a page. Each must still stand as the page showed it: else somebody's print would lose its password,
    /// or be taken for the one that counts, and nobody would notice.
    /// </summary>
    public static async Task<Result<List<AddressedNotice>>> ChosenAsync(this IWebUsersDb db, IReadOnlyList<string> shown, CancellationToken ct)
    {
        var numbers = shown.Select(NoticeNumber.Read).Distinct().ToList();
        var ids = numbers.OfType<NoticeNumber>().Select(number => number.UserId).Distinct().ToList();
        var letters = ids.Count == 0 ? [] : await db.Notices.ToAddressedAsync(db.WebUsers.Where(u => ids.Contains(u.UserId)), ct);
        var present = letters.ToDictionary(letter => letter.Number with { Print = 0 });

        var chosen = numbers.Select(number => (Number: number, Letter: number is null ? null : present.GetValueOrDefault(number with { Print = 0 }))).ToList();
        var changed = chosen.Select(choice => ChangeSince(choice.Number, choice.Letter?.Notice)).OfType<Error>().ToList();
        return changed.Count == 0 ? chosen.Select(choice => choice.Letter!).OrderBy(letter => letter.Notice.Id).ToList() : Result<List<AddressedNotice>>.Refuse(changed);
    }

    /// <summary>A letter chosen to be dispatched by itself. One that a case waits for is dispatched with the case, or that would wait for ever and nobody be told (M06).</summary>
    public static async Task<Result<AddressedNotice>> ToDispatchAloneAsync(this IWebUsersDb db, string shown, CancellationToken ct)
    {
        var chosen = await db.ChosenAsync([shown], ct);
        return !chosen.Succeeded ? Result<AddressedNotice>.Refuse(chosen.Errors)
            : chosen.Value[0].Notice.State != NoticeState.ToDispatch ? new Error(WebUserErrors.NoticeChangedMeanwhile)
            : chosen.Value[0].Notice.AwaitedBy is not null ? new Error(WebUserErrors.NoticeOfACase)
            : chosen.Value[0];
    }

    private static Error? ChangeSince(NoticeNumber? shown, RegistrationNotice? notice) =>
        shown is null || notice is null ? new Error(WebUserErrors.NoticeChangedMeanwhile)
        : notice.PrintCount != shown.Print ? new Error(WebUserErrors.NoticePrintedMeanwhile) { Arguments = [shown.UserId, JapanTime.DateAndTime(notice.PrintedAt!.Value), notice.PrintedBy!.Name] }
        : null;
}
