using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using NexiPortal.Application.Mail;

namespace NexiPortal.Infrastructure.Mail;

/// <summary>Seals mail texts with the keys all nodes share.</summary>
internal sealed class DataProtectionMailSealer(IDataProtectionProvider protection) : IMailSealer
{
    private readonly IDataProtector _protector = protection.CreateProtector("OutgoingMail");

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
