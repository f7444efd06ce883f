namespace NexiPortal.Application.WebUsers;

/// <summary>Prints the sheet by which staff find where a letter's address must stand to show in their envelopes' window.</summary>
public interface IWindowCalibrationRenderer
{
    /// <summary>Draws the sheet as one page, with the window where the setting has it.</summary>
    byte[] Render(WindowCalibration sheet);
}

/// <summary>Everything on a calibration sheet, already worded.</summary>
public sealed record WindowCalibration
{
    /// <summary>What the sheet is.</summary>
    public required string Title { get; init; }

    /// <summary>What a number on the rulers across means.</summary>
    public required string AcrossLabel { get; init; }

    /// <summary>What a number on the rulers down means.</summary>
    public required string DownLabel { get; init; }

    /// <summary>The settings in force.</summary>
    public required IReadOnlyList<NoticeEntry> Settings { get; init; }

    /// <summary>How to use the sheet, step by step.</summary>
    public required NoticeSection Steps { get; init; }

    /// <summary>What the line of 100 mm is for.</summary>
    public required string ScaleLabel { get; init; }

    /// <summary>The operator: 株式会社日本貿易保険.</summary>
    public required string OperatorName { get; init; }

    /// <summary>The instant recorded as the document's creation.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
