using static NexiPortal.Domain.Registration.ApplicationVerb;

namespace NexiPortal.Domain.Registration;

/// <summary>What a registrant may know of the history of the case (⑬): never who of NEXI's staff it was, nor what they wrote for each other.</summary>
/// <param name="Verb">What was done; a request for approval stands for all that NEXI does from then until the letter.</param>
/// <param name="At">When; for an expiry the deadline that went by.</param>
/// <param name="Time">The first time, the second …; of a submission the revision.</param>
/// <param name="Reasons">Why papers have to be corrected or added.</param>
/// <param name="Note">What NEXI wrote to the registrant about a correction or a refusal.</param>
/// <param name="On">Of papers, the day they arrived.</param>
public sealed record Milestone(ApplicationVerb Verb, DateTimeOffset At, int Time, IReadOnlyList<CorrectionReason> Reasons, string Note, DateOnly? On)
{
    /// <summary>The milestones of a case at an instant, oldest first.</summary>
    public static IReadOnlyList<Milestone> Of(RegistrationApplication application, DateTimeOffset now)
    {
        var milestones = new List<Milestone>();
        foreach (var entry in application.History)
        {
            if (entry.Verb == SendBack) milestones.RemoveAt(milestones.Count - 1); // The request for approval it undoes.
            else if (entry.Verb != Approve) milestones.Add(Of(entry, application.History));
        }
        if (application.StateAt(now) == ApplicationState.Expired)
        {
            // The deadline itself, whenever it was told or whether it has been.
            if (milestones[^1].Verb == Expire) milestones.RemoveAt(milestones.Count - 1);
            milestones.Add(new(Expire, application.ExpiresAt!.Value, 1, [], "", null));
        }
        return milestones;
    }

    private static Milestone Of(HistoryEntry entry, IReadOnlyList<HistoryEntry> history) => new(
        entry.Verb,
        entry.At,
        history.Count(earlier => earlier.Verb == entry.Verb && earlier.Ordinal <= entry.Ordinal),
        entry.Verb == RequestCorrection ? [.. entry.Items.Select(CorrectionReasons.Find).OfType<CorrectionReason>()] : [],
        entry.Verb is RequestCorrection or Decline ? entry.Note : "",
        entry.Verb == RegisterReceipt ? entry.On : null);
}
