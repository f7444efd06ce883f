namespace NexiPortal.Domain.Registration;

/// <summary>Where an application stands.</summary>
public enum ApplicationState
{
    /// <summary>書類待ち: submitted, the stamped form has not arrived yet.</summary>
    AwaitingPaper,

    /// <summary>期限切れ: the form's deadline has gone by. Computed from the clock, stored only once the expiry has been told.</summary>
    Expired,
}
