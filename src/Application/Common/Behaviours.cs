using System.Diagnostics;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.Logging;
using NexiPortal.Domain.Common;

namespace NexiPortal.Application.Common;

/// <summary>Tells which request was made, how it ended and how long it took, to the log, traces and figures; never what it contains.</summary>
internal sealed partial class LoggingBehaviour<TRequest, TResponse>(ILogger<TRequest> log) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : Result
{
    private static readonly string Name = typeof(TRequest).DeclaringType?.Name ?? typeof(TRequest).Name;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        using var trace = Signals.Begin(Name);
        var started = Stopwatch.GetTimestamp();
        var how = "fault";
        try
        {
            var answer = await next();
            how = answer.Succeeded ? "done" : answer.Errors[0].Code;
            if (answer.Succeeded) Done(log, Name, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            else Refused(log, Name, how, answer.Errors.Count);
            return answer;
        }
        finally
        {
            trace?.SetTag("ended", how);
            Signals.Ended(Name, how, Stopwatch.GetElapsedTime(started));
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{UseCase} done in {Milliseconds:0.0} ms")]
    private static partial void Done(ILogger log, string useCase, double milliseconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "{UseCase} refused: {Code} ({Count} in all)")]
    private static partial void Refused(ILogger log, string useCase, string code, int count);
}

/// <summary>Refuses a request whose shape is wrong before its handler sees it.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : Result, IRefusable<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var errors = validators
            .SelectMany(v => v.Validate(request).Errors)
            .Select(failure => Error.At(failure.PropertyName, failure.ErrorCode, failure.CustomState as object[] ?? []))
            .DistinctBy(error => error.Field)
            .ToList();
        return errors.Count == 0 ? await next() : TResponse.Refuse(errors);
    }
}

/// <summary>Tries a request again when another writer was faster; it then sees what that writer left. A refused request leaves nothing pending.</summary>
internal sealed class RetryBehaviour<TRequest, TResponse>(IUnitOfWork work) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IRequest<TResponse>
    where TResponse : Result
{
    private const int Tries = 3;

    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var answer = await next();
                if (!answer.Succeeded) await work.ForgetAsync();
                return answer;
            }
            catch (ConcurrencyConflictException) when (attempt < Tries)
            {
                await work.ForgetAsync();
            }
        }
    }
}
