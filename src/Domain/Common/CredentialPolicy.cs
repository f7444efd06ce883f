namespace NexiPortal.Domain.Common;

/// <summary>The numbers of signing in; each is a setting with the default given here.</summary>
public sealed record CredentialPolicy
{
    /// <summary>Wrong passwords in a row from one origin after which an ID pauses for that origin.</summary>
    public int AttemptsBeforePause { get; init; } = 5;

    /// <summary>Minutes it pauses.</summary>
    public int PauseMinutes { get; init; } = 30;

    /// <summary>Wrong passwords in a row from all origins together after which an ID makes origins wait that it does not know.</summary>
    public int AttemptsBeforeWait { get; init; } = 10;

    /// <summary>Longest such wait in seconds; it begins with one second and doubles with every wrong password.</summary>
    public int LongestWaitSeconds { get; init; } = 300;

    /// <summary>Days an origin stays known to an ID after the right password.</summary>
    public int KnownOriginDays { get; init; } = 30;

    /// <summary>Whether staff must set up a one-time password before they do anything else.</summary>
    public bool StaffMustHaveOneTimePassword { get; init; }

    /// <summary>Days an initial password can be used (⑯).</summary>
    public int InitialPasswordDays { get; init; } = 60;

    /// <summary>How long unknown origins wait after so many wrong passwords in a row.</summary>
    public TimeSpan WaitAfter(int wrongInRow) =>
        wrongInRow < AttemptsBeforeWait ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(Math.Pow(2, wrongInRow - AttemptsBeforeWait), LongestWaitSeconds));
}
