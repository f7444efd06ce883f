using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Registration;

/// <summary>One line of a case's history: what was done, by whom, when, and where the case stood afterwards.</summary>
public sealed class HistoryEntry
{
    private HistoryEntry()
    {
    }

    /// <summary>Place in the history, from 1.</summary>
    public int Ordinal { get; private init; }

    /// <summary>What was done.</summary>
    public ApplicationVerb Verb { get; private init; }

    /// <summary>Where the case stood afterwards.</summary>
    public ApplicationState State { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>By whom.</summary>
    public Actor By { get; private init; } = Actor.System;

    /// <summary>The day staff entered with it: when papers arrived, when the letter went out; null where none is asked for.</summary>
    public DateOnly? On { get; private init; }

    /// <summary>What staff wrote to it: a reason, a comment, a tracking number; empty when nothing was.</summary>
    public string Note { get; private set; } = "";

    /// <summary>Keys of what it was about: the reasons of a correction, the papers that arrived.</summary>
    public IReadOnlyList<string> Items { get; private init; } = [];

    /// <summary>Takes out what was written: it may name persons.</summary>
    internal void Forget() => Note = "";

    internal static HistoryEntry Of(int ordinal, ApplicationVerb verb, ApplicationState state, Actor by, DateTimeOffset at, DateOnly? on, string note, IReadOnlyList<string> items) =>
        new() { Ordinal = ordinal, Verb = verb, State = state, By = by, At = at, On = on, Note = note, Items = items };
}
