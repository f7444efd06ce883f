using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Application.Registration;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.InsuranceUsers;
using NexiPortal.Domain.Registration;
using NexiPortal.Domain.WebUsers;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>Staff look at an insurance user: what is registered, its branches, its Web users and what was done so far. Every look is noted in the audit trail.</summary>
public static class ViewInsuranceUser
{
    /// <summary>The question.</summary>
    /// <param name="Code">保険利用者コード as typed.</param>
    public sealed record Query(string Code) : IRequest<Result<View>>;

    /// <summary>The insurance user.</summary>
    /// <param name="Version">Version shown; posted back with a correction.</param>
    /// <param name="Code">保険利用者コード.</param>
    /// <param name="HeadOfficeCode">Code of its head office; null for a head office.</param>
    /// <param name="IsSuspended">Whether it is suspended.</param>
    /// <param name="Rows">What is registered, in the form's order.</param>
    /// <param name="Values">The same as the fields of a correction take it.</param>
    /// <param name="Branches">The branches of a head office.</param>
    /// <param name="WebUsers">Its Web users.</param>
    /// <param name="History">What was done, newest first.</param>
    /// <param name="StaffNames">氏名 of the members of staff who did it, as far as known.</param>
    public sealed record View(
        int Version, InsuranceUserCode Code, InsuranceUserCode? HeadOfficeCode, bool IsSuspended, IReadOnlyList<EntryRow> Rows, FieldValues Values,
        IReadOnlyList<Branch> Branches, IReadOnlyList<WebUserOf> WebUsers, IReadOnlyList<Line> History,
        IReadOnlyDictionary<Actor, string> StaffNames)
    {
        /// <summary>The kind of application whose fields it has.</summary>
        public ApplicationType Type => RegisteredFields.TypeOf(HeadOfficeCode is not null);

        /// <summary>The fields that can be corrected, in the form's order.</summary>
        public IReadOnlyList<ApplicationField> Correctable => RegisteredFields.Correctable(Type);

        /// <summary>The administrator whose ID has not ended; null when there is none.</summary>
        public WebUserOf? Administrator => WebUsers.FirstOrDefault(user => user.Role == WebUserRole.Administrator && user.State != WebUserState.Ended);
    }

    /// <summary>A branch.</summary>
    /// <param name="Code">保険利用者コード.</param>
    /// <param name="Name">支店・部門・事業所名(漢字).</param>
    /// <param name="IsSuspended">Whether it is suspended.</param>
    public sealed record Branch(InsuranceUserCode Code, string Name, bool IsSuspended);

    /// <summary>A line of the history.</summary>
    /// <param name="Verb">What was done.</param>
    /// <param name="At">When.</param>
    /// <param name="By">By whom.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Changes">What a correction changed.</param>
    public sealed record Line(InsuranceUserVerb Verb, DateTimeOffset At, Actor By, string Reason, IReadOnlyList<Change> Changes);

    /// <summary>One field that a correction changed.</summary>
    /// <param name="After">The field with its label, as it was registered from then on.</param>
    /// <param name="Before">What was registered until then.</param>
    public sealed record Change(EntryRow After, string Before);

    internal sealed class Handler(IInsuranceUsersDb db, IWebUsersOf webUsers, IStaffNames staff, IAuditTrail trail, TimeProvider clock) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (await db.FindAsync(request.Code, cancellationToken) is not { } user) return new Error(InsuranceUserErrors.CodeUnknown);
            await trail.RecordAsync(Looks.InsuranceUser, user.Id, clock.Now(), cancellationToken);
            var branches = await db.InsuranceUsers.Where(u => u.HeadOfficeCode == user.Code).OrderBy(u => u.Code)
                .Select(u => new Branch(u.Code, u.Details.BranchName, u.IsSuspended)).ToListAsync(cancellationToken);
            return new View(
                user.Version, user.Code, user.HeadOfficeCode, user.IsSuspended, user.Details.ToRows(user.HeadOfficeCode), user.Details.ToValues(user.HeadOfficeCode),
                branches, await webUsers.ListAsync(user.Id, cancellationToken),
                [.. user.History.Reverse().Select(entry => new Line(entry.Verb, entry.At, entry.By, entry.Reason, Changes(entry, user.HeadOfficeCode)))],
                await staff.OfAsync([.. user.History.Select(entry => entry.By)], cancellationToken));
        }
    }

    private static IReadOnlyList<Change> Changes(InsuranceUserHistoryEntry entry, InsuranceUserCode? headOffice) =>
        entry is { Before: { } before, After: { } after }
            ? [.. after.ToRows(headOffice).Zip(before.ToRows(headOffice), (now, then) => new Change(now, then.Value)).Where(change => change.After.Value != change.Before)]
            : [];
}
