using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>Staff look up insurance users by code or WebユーザーID, by the beginning of a name or of its reading, or of a telephone number, in any spelling; by nothing, they see all.</summary>
public static class SearchInsuranceUsers
{
    /// <summary>Insurance users on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Most insurance users a search brings to light each way it reads what was typed; beyond it more has to be typed.</summary>
    public const int FoundAtMost = 200;

    // Far behind the last insurance user there can be.
    private const int LastPage = InsuranceUserCode.MaxNumber / PageSize;

    // Behind every text that begins alike.
    private const string Last = "\U0010FFFF";

    /// <summary>The question.</summary>
    /// <param name="Text">What was typed: a code finds its branches, too.</param>
    /// <param name="Page">Page, from 1.</param>
    public sealed record Query(string Text, int Page = 1) : IRequest<Result<Answer>>;

    /// <summary>The answer.</summary>
    /// <param name="Users">Those found, by code.</param>
    /// <param name="HasMore">Whether there is another page.</param>
    /// <param name="FoundTooMany">Whether there may be more than are shown.</param>
    public sealed record Answer(IReadOnlyList<Found> Users, bool HasMore, bool FoundTooMany);

    /// <summary>An insurance user found.</summary>
    /// <param name="Code">保険利用者コード.</param>
    /// <param name="HeadOfficeCode">Code of its head office; null for a head office.</param>
    /// <param name="Details">What is registered.</param>
    /// <param name="IsSuspended">Whether it is suspended.</param>
    public sealed record Found(InsuranceUserCode Code, InsuranceUserCode? HeadOfficeCode, RegisteredDetails Details, bool IsSuspended);

    internal sealed class Handler(IInsuranceUsersDb db, IWebUsersOf webUsers) : IRequestHandler<Query, Result<Answer>>
    {
        public async Task<Result<Answer>> Handle(Query request, CancellationToken cancellationToken)
        {
            var text = request.Text.Trim();
            var isSearch = text.Length > 0;
            var found = isSearch ? await FindAsync(text, cancellationToken) : db.InsuranceUsers.Select(u => u.Code);
            var page = await found.OrderBy(code => code).Skip((Math.Clamp(request.Page, 1, LastPage) - 1) * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
            var shown = page.Take(PageSize).ToList();
            return new Answer(
                await db.InsuranceUsers.Where(u => shown.Contains(u.Code)).OrderBy(u => u.Code)
                    .Select(u => new Found(u.Code, u.HeadOfficeCode, u.Details, u.IsSuspended)).ToListAsync(cancellationToken),
                HasMore: page.Count > PageSize,
                FoundTooMany: isSearch && await found.CountAsync(cancellationToken) >= FoundAtMost);
        }

        private async Task<IQueryable<InsuranceUserCode>> FindAsync(string text, CancellationToken ct)
        {
            var ofWebUser = WebUserId.Read(text) is { } id ? await webUsers.FindAsync(id, ct) : null;
            var ways = ofWebUser is null ? Matching(db.InsuranceUsers, text) : [db.InsuranceUsers.Where(u => u.Id == ofWebUser)];
            return ways.Select(way => way.Select(u => u.Code).Take(FoundAtMost)).Aggregate((all, way) => all.Union(way));
        }
    }

    // Each way in the order of the index it goes by, so that the first are found without the others.
    private static IEnumerable<IQueryable<InsuranceUser>> Matching(IQueryable<InsuranceUser> users, string text)
    {
        // No name has such a character, and not every database can be asked for it.
        if (TextElements.FirstForbidden(text) is not null) return [users.Where(_ => false)];
        if (InsuranceUserCode.Read(text) is { } code) return [users.Where(u => u.Code == code), users.Where(u => u.HeadOfficeCode == code).OrderBy(u => u.HeadOfficeCode)];
        var digits = Likeness.OfTelephone(text);
        if (digits.Length > 0 && Tidying.DigitGroups(text).All(c => c is '-' || char.IsAsciiDigit(c)))
            return [users.Where(u => string.Compare(u.TelephoneLikeness, digits) >= 0 && string.Compare(u.TelephoneLikeness, digits + Last) < 0).OrderBy(u => u.TelephoneLikeness)];
        var (name, kana) = (Likeness.OfName(text), Likeness.OfKana(text));
        return
        [
            users.Where(u => string.Compare(u.NameLikeness, name) >= 0 && string.Compare(u.NameLikeness, name + Last) < 0).OrderBy(u => u.NameLikeness),
            users.Where(u => string.Compare(u.KanaLikeness, kana) >= 0 && string.Compare(u.KanaLikeness, kana + Last) < 0).OrderBy(u => u.KanaLikeness),
        ];
    }
}
