namespace NexiPortal.Application.Common;

/// <summary>Keeps a text unreadable at rest.</summary>
public interface ISealer
{
    /// <summary>Seals a text.</summary>
    byte[] Seal(string text);

    /// <summary>Opens a sealed text; null when it cannot be opened (its keys are gone).</summary>
    string? Open(byte[] sealedText);
}
