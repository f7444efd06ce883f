using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>A letter as staff see it in lists.</summary>
/// <param name="Number">発行番号 of its latest print; posted back with what is done to it.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Code">保険利用者コード.</param>
/// <param name="Company">保険利用者名(漢字), and the unit's name for a branch.</param>
/// <param name="CaseNumber">受付番号 of its case; null when it has none.</param>
/// <param name="IsSuspended">Whether its administrator is suspended, and it is not printed.</param>
/// <param name="PrintedAt">When it was printed last.</param>
/// <param name="PrintedBy">Who printed it last.</param>
/// <param name="SentOn">The day it was dispatched.</param>
/// <param name="TrackingNumber">お問い合わせ番号; empty when none was entered.</param>
public sealed record NoticeRow(
    NoticeNumber Number, NoticeState State, InsuranceUserCode Code, string Company, ApplicationNumber? CaseNumber, bool IsSuspended,
    DateTimeOffset? PrintedAt, Actor? PrintedBy, DateOnly? SentOn, string TrackingNumber);

/// <summary>Makes rows of letters with what other modules know of them.</summary>
internal sealed class NoticeRows(ICaseNumbers cases, IInsuranceUserCodes codes)
{
    public async Task<IReadOnlyList<NoticeRow>> OfAsync(IReadOnlyCollection<AddressedNotice> letters, CancellationToken ct)
    {
        var numberOf = await cases.OfAsync([.. letters.Select(letter => letter.Notice.ApplicationId).OfType<Guid>()], ct);
        var codeOf = await codes.OfAsync([.. letters.Select(letter => letter.Administrator.InsuranceUserId).Distinct()], ct);
        return
        [
            .. letters.Select(letter => new NoticeRow(
                letter.Number, letter.Notice.State, codeOf[letter.Administrator.InsuranceUserId], $"{letter.Notice.Address.Company}　{letter.Notice.Address.Unit}".TrimEnd('　'),
                letter.Notice.ApplicationId is { } application ? numberOf[application] : null, letter.Administrator.State == WebUserState.Suspended,
                letter.Notice.PrintedAt, letter.Notice.PrintedBy, letter.Notice.SentOn, letter.Notice.TrackingNumber)),
        ];
    }
}
