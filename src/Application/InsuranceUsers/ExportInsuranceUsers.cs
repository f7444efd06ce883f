using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.InsuranceUsers;

/// <summary>Staff take the register of insurance users as a file for a spreadsheet; the import reads the same columns.</summary>
public static class ExportInsuranceUsers
{
    /// <summary>The question.</summary>
    /// <param name="File">Where the file (CSV) is written, row by row.</param>
    public sealed record Query(Stream File) : IRequest<Result>;

    internal sealed class Handler(IInsuranceUsersDb db, RegisterFile register) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var users = db.InsuranceUsers.OrderBy(u => u.Code)
                .Select(u => new SearchInsuranceUsers.Found(u.Code, u.HeadOfficeCode, u.Details, u.IsSuspended)).AsAsyncEnumerable();
            await register.WriteAsync(request.File, users, cancellationToken);
            return Result.Done;
        }
    }
}
