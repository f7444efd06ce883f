namespace NexiPortal.Domain.Common;

/// <summary>How a piece of scheduled work fared lately, on whichever node it ran: for those who see to the portal.</summary>
public sealed class JobRun
{
    /// <summary>Most characters of a job's name.</summary>
    public const int MaxNameLength = 40;

    /// <summary>Most characters kept of a failure.</summary>
    public const int MaxFailureLength = 100;

    private JobRun()
    {
    }

    /// <summary>The job, by the name it is scheduled under.</summary>
    public string Name { get; private init; } = "";

    /// <summary>When it ended last, well or not.</summary>
    public DateTimeOffset EndedAt { get; private set; }

    /// <summary>How much the last run that ended well did: mails, cases, rows.</summary>
    public int Done { get; private set; }

    /// <summary>When it last did anything; null for never.</summary>
    public DateTimeOffset? DidAt { get; private set; }

    /// <summary>When it failed last; null for never.</summary>
    public DateTimeOffset? FailedAt { get; private set; }

    /// <summary>What kind of failure that was: a word for the operator, without personal data.</summary>
    public string Failure { get; private set; } = "";

    /// <summary>Whether the last run failed.</summary>
    public bool HasFailed => FailedAt == EndedAt;

    /// <summary>A job that has not run yet.</summary>
    public static JobRun Of(string name) => new() { Name = name };

    /// <summary>It ended well.</summary>
    public void End(int done, DateTimeOffset now)
    {
        (EndedAt, Done) = (now, done);
        if (done > 0) DidAt = now;
    }

    /// <summary>It failed.</summary>
    public void Fail(string failure, DateTimeOffset now) =>
        (EndedAt, FailedAt, Failure) = (now, now, failure.Length > MaxFailureLength ? failure[..MaxFailureLength] : failure);
}
