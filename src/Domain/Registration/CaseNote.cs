using NexiPortal.Domain.Common;

namespace NexiPortal.Domain.Registration;

/// <summary>What staff write down about a case for one another. It changes nothing in the case, and never leaves the back office.</summary>
public sealed class CaseNote : AggregateRoot
{
    private CaseNote()
    {
    }

    /// <summary>The case.</summary>
    public Guid ApplicationId { get; private init; }

    /// <summary>By whom.</summary>
    public Actor By { get; private init; } = Actor.System;

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>What was written.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Writes a note.</summary>
    public static CaseNote Write(Guid applicationId, string text, Actor by, DateTimeOffset now)
    {
        var note = new CaseNote { ApplicationId = applicationId, By = by, At = now, Text = text };
        note.Raise(new CaseNoteAdded(applicationId, now));
        return note;
    }
}
