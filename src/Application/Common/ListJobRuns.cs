using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>定期処理: when each piece of scheduled work ran last, what it did, and what failed.</summary>
public static class ListJobRuns
{
    /// <summary>The question.</summary>
    public sealed record Query : IRequest<Result<View>>;

    /// <summary>The answer.</summary>
    /// <param name="Runs">The jobs that have run, by name.</param>
    /// <param name="Now">When it was asked.</param>
    public sealed record View(IReadOnlyDictionary<string, JobRun> Runs, DateTimeOffset Now);

    internal sealed class Handler(IJobDb db, TimeProvider clock) : IRequestHandler<Query, Result<View>>
    {
        public async Task<Result<View>> Handle(Query request, CancellationToken cancellationToken) =>
            new View(await db.JobRuns.AsNoTracking().ToDictionaryAsync(run => run.Name, cancellationToken), clock.Now());
    }
}
