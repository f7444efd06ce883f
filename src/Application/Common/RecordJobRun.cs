using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>The table of scheduled work, one row a job.</summary>
public interface IJobDb : IUnitOfWork
{
    /// <summary>How each job fared lately.</summary>
    DbSet<JobRun> JobRuns { get; }
}

/// <summary>Writes down how a piece of scheduled work ended.</summary>
public static class RecordJobRun
{
    // What runs all the time and finds nothing to do is not worth a write each time.
    private static readonly TimeSpan BetweenEmptyRuns = TimeSpan.FromMinutes(5);

    /// <summary>The request.</summary>
    /// <param name="Name">The job.</param>
    /// <param name="Done">How much it did.</param>
    /// <param name="Failure">What kind of failure it ended with; null when it ended well.</param>
    public sealed record Command(string Name, int Done, string? Failure) : IRequest<Result>;

    internal sealed class Handler(IJobDb db, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.Now();
            var run = await db.JobRuns.SingleOrDefaultAsync(r => r.Name == request.Name, cancellationToken);
            if (run is { HasFailed: false } && request is { Done: 0, Failure: null } && now < run.EndedAt + BetweenEmptyRuns) return Result.Done;
            if (run is null) db.JobRuns.Add(run = JobRun.Of(request.Name));
            if (request.Failure is { } failure) run.Fail(failure, now);
            else run.End(request.Done, now);
            return await db.SaveAsync(cancellationToken);
        }
    }
}
