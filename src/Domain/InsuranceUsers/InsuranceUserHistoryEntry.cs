using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.InsuranceUsers;

/// <summary>What can be done to an insurance user.</summary>
public enum InsuranceUserVerb
{
    /// <summary>Registered on approval of an application.</summary>
    Register,

    /// <summary>Taken over from the time before the Web service.</summary>
    Import,

    /// <summary>Registered data corrected: a move, another name.</summary>
    Correct,

    /// <summary>停止する.</summary>
    Suspend,

    /// <summary>再開する.</summary>
    Resume,
}

/// <summary>One line of an insurance user's history: what was done, by whom, when and why.</summary>
public sealed class InsuranceUserHistoryEntry
{
    private InsuranceUserHistoryEntry()
    {
    }

    /// <summary>Place in the history, from 1.</summary>
    public int Ordinal { get; private init; }

    /// <summary>What was done.</summary>
    public InsuranceUserVerb Verb { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>By whom.</summary>
    public Actor By { get; private init; } = Actor.System;

    /// <summary>Why; empty where no reason is owed.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>What was registered before a correction; null for anything else.</summary>
    public RegisteredDetails? Before { get; private init; }

    /// <summary>What was registered after a correction; null for anything else.</summary>
    public RegisteredDetails? After { get; private init; }

    internal static InsuranceUserHistoryEntry Of(
        int ordinal, InsuranceUserVerb verb, Actor by, DateTimeOffset at, string reason, RegisteredDetails? before, RegisteredDetails? after) =>
        new() { Ordinal = ordinal, Verb = verb, By = by, At = at, Reason = reason, Before = before, After = after };
}
