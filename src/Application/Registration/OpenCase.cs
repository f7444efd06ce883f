using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>The one way to a case that staff change: it must still stand as the page showed it, so that nobody decides on what somebody else has changed.</summary>
internal static class OpenCase
{
    /// <summary>The case, or why it cannot be changed from that page.</summary>
    public static async Task<Result<RegistrationApplication>> OpenCaseAsync(this IRegistrationDb db, ApplicationNumber number, int version, DateTimeOffset now, CancellationToken ct)
    {
        var application = await db.Applications.SingleOrDefaultAsync(a => a.Number == number, ct);
        if (application is null) return new Error(RegistrationErrors.CaseUnknown);
        return application.Version == version ? application : new Error(RegistrationErrors.ChangedMeanwhile) { Arguments = [application.StateAt(now)] };
    }

    /// <summary>Opens the case, does one verb to it, and saves.</summary>
    public static async Task<Result> ChangeCaseAsync(
        this IRegistrationDb db, ApplicationNumber number, int version, DateTimeOffset now, Func<RegistrationApplication, Result> verb, CancellationToken ct)
    {
        var opened = await db.OpenCaseAsync(number, version, now, ct);
        if (!opened.Succeeded) return opened;
        var done = verb(opened.Value);
        return done.Succeeded ? await db.SaveAsync(ct) : done;
    }
}
