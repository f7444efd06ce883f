using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.WebUsers;

/// <summary>ユーザー管理: the applicants of an insurance user, in the order of their places.</summary>
public static class ListApplicants
{
    /// <summary>The question.</summary>
    /// <param name="InsuranceUserId">The administrator's insurance user.</param>
    /// <param name="Search">A part of ID, name, department, title or mail address, in any width or case; empty for all.</param>
    public sealed record Query(Guid InsuranceUserId, string Search) : IRequest<Result<View>>;

    /// <summary>The answer.</summary>
    /// <param name="Registered">登録数: how many there are in all.</param>
    /// <param name="Rows">Those found.</param>
    public sealed record View(int Registered, IReadOnlyList<Row> Rows);

    /// <summary>An applicant.</summary>
    /// <param name="UserId">WebユーザーID.</param>
    /// <param name="Details">The person.</param>
    /// <param name="State">Whether the ID can be used.</param>
    /// <param name="HasPassword">Whether a password is set.</param>
    /// <param name="LastLogIn">When the person logged in last; null for never.</param>
    public sealed record Row(WebUserId UserId, PersonalDetails Details, WebUserState State, bool HasPassword, DateTimeOffset? LastLogIn);

    internal sealed class Handler(IWebUsersDb db) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            // 99 at most: names are searched here, where width and case can be overlooked.
            var users = await db.ApplicantsOf(request.InsuranceUserId).AsNoTracking().OrderBy(u => u.Slot).ToListAsync(cancellationToken);
            var lastLogIns = await db.ApplicantsOf(request.InsuranceUserId)
                .Join(db.WebUserSessions, u => u.Id, s => s.OwnerId, (u, s) => s).GroupBy(s => s.OwnerId)
                .Select(sessions => new { Owner = sessions.Key, Last = sessions.Max(s => s.StartedAt) }).ToDictionaryAsync(one => one.Owner, one => one.Last, cancellationToken);
            var sought = Folded(request.Search);
            return new View(users.Count,
            [
                .. users.Where(user => SearchedIn(user).Any(text => Folded(text).Contains(sought, StringComparison.Ordinal)))
                    .Select(user => new Row(user.UserId, user.Details, user.State, user.Credential is not null, lastLogIns.TryGetValue(user.Id, out var last) ? last : null)),
            ]);
        }

        private static string[] SearchedIn(WebUser user) =>
            [user.UserId.Value, user.Details.Name, user.Details.Department, user.Details.JobTitle, user.Details.MailAddress.Value];

        // ａ and a, 日本　太郎 and 日本太郎 are found by each other.
        private static string Folded(string text) => Tidying.HalfWidth(text).Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal).ToUpperInvariant();
    }
}
