using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using NexiPortal.Application.Common;

namespace NexiPortal.Web.Security;

/// <summary>Where a request comes from: its network address, of an IPv6 address the part that names the network (/64), of which one subscriber has all the rest.</summary>
internal sealed class RequestOrigin(IHttpContextAccessor accessor, OriginKey key) : IRequestOrigin
{
    public string Digest => Convert.ToHexStringLower(HMACSHA256.HashData(key.Bytes, Network(accessor.HttpContext?.Connection.RemoteIpAddress)));

    private static byte[] Network(IPAddress? address) => address switch
    {
        null => [],
        { IsIPv4MappedToIPv6: true } or { AddressFamily: AddressFamily.InterNetwork } => address.MapToIPv4().GetAddressBytes(),
        _ => address.GetAddressBytes()[..8],
    };
}
