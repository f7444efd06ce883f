using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Application.Audit;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>Supervisors take the register of insurance users as a file for a spreadsheet; the import reads the same columns. The audit trail says who took it.</summary>
public static class ExportInsuranceUsers
{
    /// <summary>The question.</summary>
    public sealed record Query : IRequest<Result<Export>>;

    /// <summary>The file, written as it is read: row by row, never all of it in memory.</summary>
    /// <param name="TakenOn">The day in Japan.</param>
    /// <param name="WriteAsync">Writes it (CSV) where it is to go.</param>
    public sealed record Export(DateOnly TakenOn, Func<Stream, CancellationToken, Task> WriteAsync);

    internal sealed class Handler(IInsuranceUsersDb db, RegisterFile register, IAuditTrail trail, TimeProvider clock) : IRequestHandler<Query, Result<Export>>
    {
        public async Task<Result<Export>> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            // The whole register, not one of it.
            await trail.RecordAsync(Looks.Register, Guid.Empty, now, cancellationToken);
            return new Export(JapanTime.DateAt(now), WriteAsync);
        }

        private Task WriteAsync(Stream file, CancellationToken ct)
        {
            var users = db.InsuranceUsers.OrderBy(u => u.Code)
                .Select(u => new SearchInsuranceUsers.Found(u.Code, u.HeadOfficeCode, u.Details, u.IsSuspended)).AsAsyncEnumerable();
            return register.WriteAsync(file, users, ct);
        }
    }
}
