using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>Applications, and the links by which they were entered or changed, by their 受付番号.</summary>
internal sealed class NamedApplications(IRegistrationDb db) : INamedSubjects
{
    public async Task<IReadOnlyDictionary<Guid, NamedSubject>> NamesOfAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var named = await db.Applications.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Number })
            .Concat(db.Links.Where(l => ids.Contains(l.Id)).Join(db.Applications, l => l.Resumes ?? l.ApplicationId, a => a.Id, (l, a) => new { l.Id, a.Number })).ToListAsync(ct);
        return named.ToDictionary(one => one.Id, one => new NamedSubject(SubjectKind.Application, one.Number.Value));
    }

    public async Task<IReadOnlyList<Guid>> FindAsync(string typed, CancellationToken ct)
    {
        if (ApplicationNumber.Read(typed) is not { } number) return [];
        var found = db.Applications.Where(a => a.Number == number);
        return await found.Select(a => a.Id).Concat(found.Select(a => a.LinkId))
            .Concat(found.Join(db.Links, a => a.Id, l => l.Resumes, (_, l) => l.Id)).ToListAsync(ct);
    }
}
