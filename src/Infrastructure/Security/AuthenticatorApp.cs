using System.Text;
using NexiPortal.Application.Common;
using OtpNet;
using QRCoder;

namespace NexiPortal.Infrastructure.Security;

/// <summary>Codes as every authenticator app makes them: SHA-1, six digits, 30 seconds; one step of drift either way.</summary>
internal sealed class AuthenticatorApp : IAuthenticatorApp
{
    private const int KeyBytes = 20;

    public string NewKey() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(KeyBytes));

    public long? StepOf(string key, string code, DateTimeOffset at) =>
        new Totp(Base32Encoding.ToBytes(key)).VerifyTotp(at.UtcDateTime, code, out var step, new VerificationWindow(previous: 1, future: 1)) ? step : null;

    public QrDrawing Draw(string key, string issuer, string id)
    {
        using var qr = QRCodeGenerator.GenerateQrCode(new OtpUri(OtpType.Totp, key, id, issuer).ToString(), QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < qr.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < qr.ModuleMatrix[y].Count; x++)
            {
                if (qr.ModuleMatrix[y][x]) path.Append($"M{x} {y}h1v1h-1z");
            }
        }
        return new(qr.ModuleMatrix.Count, path.ToString());
    }
}
