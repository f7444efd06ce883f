using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Infrastructure.Persistence;

/// <summary>Tells an event to everyone who reacts to its kind, and to those who react to every kind.</summary>
internal sealed class EventDispatcher(IServiceProvider scope)
{
    private static readonly ConcurrentDictionary<Type, Teller> Tellers = new();

    public Task<Result> TellAsync(IDomainEvent happened, CancellationToken ct) =>
        Tellers.GetOrAdd(happened.GetType(), type => (Teller)Activator.CreateInstance(typeof(Teller<>).MakeGenericType(type))!).TellAsync(scope, happened, ct);

    private abstract class Teller
    {
        public abstract Task<Result> TellAsync(IServiceProvider scope, IDomainEvent happened, CancellationToken ct);
    }

    private sealed class Teller<TEvent> : Teller where TEvent : IDomainEvent
    {
        public override async Task<Result> TellAsync(IServiceProvider scope, IDomainEvent happened, CancellationToken ct)
        {
            foreach (var handler in scope.GetServices<IDomainEventHandler<TEvent>>())
            {
                if (await handler.HandleAsync((TEvent)happened, ct) is { Succeeded: false } refused) return refused;
            }
            foreach (var handler in scope.GetServices<IDomainEventHandler<IDomainEvent>>())
            {
                if (await handler.HandleAsync(happened, ct) is { Succeeded: false } refused) return refused;
            }
            return Result.Done;
        }
    }
}
