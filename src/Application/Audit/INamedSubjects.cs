namespace NexiPortal.Application.Audit;

/// <summary>What a module calls the things that audit entries are about; each module with such things has one.</summary>
public interface INamedSubjects
{
    /// <summary>The names of those of the given things that are the module's.</summary>
    Task<IReadOnlyDictionary<Guid, NamedSubject>> NamesOfAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>The things meant by a 受付番号, code or ID as typed; empty when it is none of the module's.</summary>
    Task<IReadOnlyList<Guid>> FindAsync(string typed, CancellationToken ct);
}

/// <summary>What an audit entry is about.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">受付番号, code or ID.</param>
public sealed record NamedSubject(SubjectKind Kind, string Name);

/// <summary>The things that audit entries are about.</summary>
public enum SubjectKind
{
    /// <summary>申込, or a link by which it is reached.</summary>
    Application,

    /// <summary>保険利用者.</summary>
    InsuranceUser,

    /// <summary>Webユーザー, or a letter to one.</summary>
    WebUser,

    /// <summary>職員.</summary>
    StaffMember,
}
