namespace NexiPortal.Application.WebUsers;

/// <summary>
/// Where the address of a letter stands, off its usual place: what the calibration sheet shows at the edges of the envelope's window. Settings <c>Letter__*</c>.
/// </summary>
public sealed record LetterPlacement
{
    /// <summary>Most that the address can be moved to either side; the sender stands beyond.</summary>
    public const double MostRight = 15;

    /// <summary>Most that the address can be moved up or down; the title stands beyond.</summary>
    public const double MostDown = 10;

    /// <summary>Millimetres to the right.</summary>
    public double OffsetRight { get; init; }

    /// <summary>Millimetres down.</summary>
    public double OffsetDown { get; init; }
}
