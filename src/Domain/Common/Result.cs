namespace NexiPortal.Domain.Common;

/// <summary>How an answer is refused, so that the pipeline can refuse any request alike.</summary>
/// <typeparam name="TSelf">The answer's own type.</typeparam>
public interface IRefusable<out TSelf>
{
    /// <summary>The refused answer.</summary>
    static abstract TSelf Refuse(IReadOnlyList<Error> errors);
}

/// <summary>The answer to a request: done, or refused for named reasons.</summary>
public class Result : IRefusable<Result>
{
    /// <summary>The request was carried out.</summary>
    public static readonly Result Done = new([]);

    /// <summary>An answer with the given refusals; none means success.</summary>
    protected Result(IReadOnlyList<Error> errors) => Errors = errors;

    /// <summary>Why the request was refused; empty when it was carried out.</summary>
    public IReadOnlyList<Error> Errors { get; }

    /// <summary>Whether the request was carried out.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <inheritdoc />
    public static Result Refuse(IReadOnlyList<Error> errors) => new(errors);

    /// <summary>Refused for one reason.</summary>
    public static implicit operator Result(Error error) => new([error]);
}

/// <summary>The answer to a request that yields something when it is carried out.</summary>
/// <typeparam name="T">What it yields.</typeparam>
public sealed class Result<T> : Result, IRefusable<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, IReadOnlyList<Error> errors) : base(errors) => _value = value;

    /// <summary>What the request yielded; reading it from a refused answer is a bug.</summary>
    public T Value => Succeeded ? _value! : throw new InvalidOperationException($"A refused answer has no value ({Errors[0].Code}).");

    /// <inheritdoc cref="Result.Refuse" />
    public static new Result<T> Refuse(IReadOnlyList<Error> errors) => new(default, errors);

    /// <summary>Carried out, yielding <paramref name="value"/>.</summary>
    public static implicit operator Result<T>(T value) => new(value, []);

    /// <summary>Refused for one reason.</summary>
    public static implicit operator Result<T>(Error error) => new(default, [error]);
}
