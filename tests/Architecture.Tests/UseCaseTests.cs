using FluentValidation;
using MediatR;
using NexiPortal.Application.Common;
using NexiPortal.Domain.Common;

namespace NexiPortal.Architecture.Tests;

public class UseCaseTests
{
    private const string Command = nameof(Command);
    private const string Query = nameof(Query);

    private static readonly IReadOnlyList<Type> Types = [.. House.TypesOf(House.Application)];

    // MediatR passes over constrained behaviours, silently, for requests that return anything else.
    [Fact]
    public void Request_ReturnsAResult()
    {
        var requests = Types.Where(type => type is { IsNested: true, Name: Command or Query }).ToList();
        requests.ShouldNotBeEmpty();
        requests.Where(type => !type.ClosedFormsOf(typeof(IRequest<>)).Any(request => request.GetGenericArguments()[0].IsAssignableTo(typeof(Result))))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Request_IsANestedCommandOrQueryOfItsUseCase() =>
        Types.Where(type => type.IsAssignableTo(typeof(IBaseRequest)))
            .Where(type => !(type is { Name: Command or Query, IsSealed: true, DeclaringType: { IsAbstract: true, IsSealed: true } }))
            .ShouldBeEmpty();

    [Fact]
    public void Request_HasExactlyOneHandler_InItsOwnUseCase() =>
        Types.Where(type => type.IsAssignableTo(typeof(IBaseRequest)))
            .Where(request => Types.Count(type => Handles(type, request) && type.DeclaringType == request.DeclaringType) != 1 || Types.Count(type => Handles(type, request)) != 1)
            .ShouldBeEmpty();

    [Fact]
    public void HandlersAndValidators_AreInternalAndSealed()
    {
        var inner = Types.Where(type => !type.IsInterface)
            .Where(type => type.ClosedFormsOf(typeof(IRequestHandler<,>)).Any() || type.ClosedFormsOf(typeof(IDomainEventHandler<>)).Any() || type.IsAssignableTo(typeof(IValidator)))
            .ToList();
        inner.ShouldNotBeEmpty();
        inner.Where(type => !type.IsSealed || type.IsVisible).ShouldBeEmpty();
    }

    private static bool Handles(Type type, Type request) =>
        type.ClosedFormsOf(typeof(IRequestHandler<,>)).Any(handler => handler.GetGenericArguments()[0] == request);
}
