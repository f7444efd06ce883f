using MediatR;
using Microsoft.EntityFrameworkCore;
using NexiPortal.Domain.Common;
using NexiPortal.Domain.Registration;

namespace NexiPortal.Application.Registration;

/// <summary>How many cases stand in each state that waits for somebody, for those who run the portal. Closed ones only grow; they are in the statistics.</summary>
public static class CountOpenCases
{
    /// <summary>The question.</summary>
    public sealed record Query : IRequest<Result<IReadOnlyDictionary<ApplicationState, int>>>;

    internal sealed class Handler(IRegistrationDb db) : IRequestHandler<Query, Result<IReadOnlyDictionary<ApplicationState, int>>>
    {
        public async Task<Result<IReadOnlyDictionary<ApplicationState, int>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var counted = await db.Applications.Where(a => ApplicationStates.Open.Contains(a.State))
                .GroupBy(a => a.State).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(same => same.Key, same => same.Count, cancellationToken);
            return ApplicationStates.Open.ToDictionary(state => state, state => counted.GetValueOrDefault(state));
        }
    }
}
