namespace NexiPortal.Application.Common;

/// <summary>Keeps the keys of authenticator apps and the codes not yet used unreadable at rest.</summary>
public interface ICodeSealer : ISealer;

/// <summary>What a person's authenticator app and the portal must agree on: keys, and the codes of 30 seconds each (RFC 6238).</summary>
public interface IAuthenticatorApp
{
    /// <summary>A new key, as it is typed into an app: 32 letters and digits, 160 bits.</summary>
    string NewKey();

    /// <summary>The step of time whose code this is, of the present one and its two neighbours; null when it is none's.</summary>
    long? StepOf(string key, string code, DateTimeOffset at);

    /// <summary>What an app's camera reads to take a key over.</summary>
    /// <param name="key">The key.</param>
    /// <param name="issuer">What the app shows as whose code it is.</param>
    /// <param name="id">The ID the code belongs to.</param>
    QrDrawing Draw(string key, string issuer, string id);
}

/// <summary>A QR code, drawn as one SVG path.</summary>
/// <param name="Size">Width and height with the quiet zone, in modules.</param>
/// <param name="Path">The dark modules.</param>
public sealed record QrDrawing(int Size, string Path);
