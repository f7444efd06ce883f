using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>The tables of the Registration module.</summary>
public interface IRegistrationDb : IUnitOfWork
{
    /// <summary>登録用URL.</summary>
    DbSet<RegistrationLink> Links { get; }

    /// <summary>URLs of M20.</summary>
    DbSet<StatusLink> StatusLinks { get; }

    /// <summary>Requests of the last day that were answered with a mail.</summary>
    DbSet<LinkRequest> LinkRequests { get; }

    /// <summary>Sessions of registrants.</summary>
    DbSet<RegistrantSession> Sessions { get; }

    /// <summary>What is being entered.</summary>
    DbSet<Draft> Drafts { get; }

    /// <summary>申込.</summary>
    DbSet<RegistrationApplication> Applications { get; }

    /// <summary>What staff noted about a case.</summary>
    DbSet<CaseNote> CaseNotes { get; }

    /// <summary>Draws the next 受付番号 of a day's month, inside the unit of work: a number drawn and not saved is not used up.</summary>
    Task<ApplicationNumber> NextApplicationNumberAsync(DateOnly day, CancellationToken ct);
}

/// <summary>How an application is found.</summary>
internal static class ApplicationLookUp
{
    /// <summary>The application a link shows: the one submitted with it.</summary>
    public static IQueryable<RegistrationApplication> ApplicationsOf(this IRegistrationDb db, Guid linkId) =>
        db.Links.Where(link => link.Id == linkId).Join(db.Applications, link => link.ApplicationId, application => application.Id, (_, application) => application);
}
