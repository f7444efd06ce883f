using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using NexiPortal.Application.Common;
using NexiPortal.Application.Mail;

namespace NexiPortal.Infrastructure.Security;

/// <summary>Seals texts with the keys all nodes share; what is sealed for one purpose does not open for another.</summary>
internal abstract class DataProtectionSealer(IDataProtectionProvider protection, string purpose) : ISealer
{
    private readonly IDataProtector _protector = protection.CreateProtector(purpose);

    public byte[] Seal(string text) => _protector.Protect(Encoding.UTF8.GetBytes(text));

    public string? Open(byte[] sealedText)
    {
        try
        {
            return Encoding.UTF8.GetString(_protector.Unprotect(sealedText));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}

internal sealed class DataProtectionMailSealer(IDataProtectionProvider protection) : DataProtectionSealer(protection, "OutgoingMail"), IMailSealer;

internal sealed class DataProtectionCodeSealer(IDataProtectionProvider protection) : DataProtectionSealer(protection, "OneTimePassword"), ICodeSealer;
