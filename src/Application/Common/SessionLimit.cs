namespace NexiPortal.Application.Common;

/// <summary>What bounds a session, whoever's it is.</summary>
public static class SessionLimit
{
    /// <summary>Longest a session lasts, however busy.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);
}
