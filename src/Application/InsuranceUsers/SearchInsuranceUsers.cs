using System.Linq.Expressions;
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
    public sealed record Answer(IReadOnlyList<Found> Users, bool HasMore);

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
            var ofWebUser = WebUserId.Read(text) is { } id ? await webUsers.FindAsync(id, cancellationToken) : null;
            var page = await db.InsuranceUsers.Where(ofWebUser is null ? Matching(text) : u => u.Id == ofWebUser).OrderBy(u => u.Code)
                .Skip((Math.Clamp(request.Page, 1, LastPage) - 1) * PageSize).Take(PageSize + 1)
                .Select(u => new Found(u.Code, u.HeadOfficeCode, u.Details, u.IsSuspended)).ToListAsync(cancellationToken);
            return new Answer([.. page.Take(PageSize)], page.Count > PageSize);
        }
    }

    private static Expression<Func<InsuranceUser, bool>> Matching(string text)
    {
        if (text.Length == 0) return _ => true;
        // No name has such a character, and not every database can be asked for it.
        if (TextElements.FirstForbidden(text) is not null) return _ => false;
        if (InsuranceUserCode.Read(text) is { } code) return u => u.Code == code || u.HeadOfficeCode == code;
        var digits = Likeness.OfTelephone(text);
        if (digits.Length > 0 && Tidying.DigitGroups(text).All(c => c is '-' || char.IsAsciiDigit(c)))
            return u => string.Compare(u.TelephoneLikeness, digits) >= 0 && string.Compare(u.TelephoneLikeness, digits + Last) < 0;
        var (name, kana) = (Likeness.OfName(text), Likeness.OfKana(text));
        return u => (string.Compare(u.NameLikeness, name) >= 0 && string.Compare(u.NameLikeness, name + Last) < 0)
            || (string.Compare(u.KanaLikeness, kana) >= 0 && string.Compare(u.KanaLikeness, kana + Last) < 0);
    }
}
