using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>
/// The scan box of the back office: what a hand scanner types off the form's QR code opens the case; so does a 受付番号 typed by hand.
/// Whatever a scanner makes of it on a Japanese keyboard is read: full-width characters, ・ for /, ー for -, small letters, an end of line.
/// </summary>
public static class FindByScan
{
    /// <summary>The question.</summary>
    /// <param name="Scanned">What was scanned or typed.</param>
    public sealed record Query(string Scanned) : IRequest<Result<Found>>;

    /// <summary>The case.</summary>
    /// <param name="Number">受付番号.</param>
    /// <param name="PrintedRevision">Revision of the form scanned; null when a 受付番号 was typed.</param>
    /// <param name="Revision">The revision that counts.</param>
    public sealed record Found(ApplicationNumber Number, int? PrintedRevision, int Revision)
    {
        /// <summary>Whether the form was printed before a correction: it is void, and its newer print has to be asked for.</summary>
        public bool IsOutdated => PrintedRevision < Revision;
    }

    internal sealed class Handler(IRegistrationDb db) : IRequestHandler<Query, Result<Found>>
    {
        public async Task<Result<Found>> Handle(Query request, CancellationToken cancellationToken)
        {
            var parts = Tidying.HalfWidth(request.Scanned).Replace('・', '/').Split('/', StringSplitOptions.TrimEntries);
            if (ApplicationNumber.Read(parts[0]) is not { } number) return new Error(RegistrationErrors.ScanUnreadable);
            var application = await db.Applications.AsNoTracking().SingleOrDefaultAsync(a => a.Number == number, cancellationToken);
            if (application is null) return new Error(RegistrationErrors.CaseUnknown);
            if (parts.Length == 1) return new Found(number, null, application.Revision);
            if (parts.Length != 3 || !int.TryParse(parts[1], out var revision)) return new Error(RegistrationErrors.ScanUnreadable);

            // What an older revision said is not kept, and its check value tells nothing any more.
            var isGenuine = revision == application.Revision
                ? string.Equals($"{number}/{revision}/{parts[2]}", application.FormCode, StringComparison.OrdinalIgnoreCase)
                : revision >= 1 && revision < application.Revision;
            return isGenuine ? new Found(number, revision, application.Revision) : new Error(RegistrationErrors.ScanAltered) { Arguments = [number] };
        }
    }
}
