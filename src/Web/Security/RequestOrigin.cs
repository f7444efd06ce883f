using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.HttpOverrides;

namespace NexiPortal.Web.Security;

/// <summary>Where a request comes from, as far as tries of passwords are counted by it.</summary>
internal static class RequestOrigin
{
    private const int NetworkBytes = 8;

    /// <summary>The network address; of IPv6, where everybody has billions, the network's half.</summary>
    public static string Origin(this HttpContext http)
    {
        var address = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)) : address.ToString();
    }

    /// <summary>Believes the last address in X-Forwarded-For when a proxy sends it: one on this machine, or one of the operator's.</summary>
    public static IServiceCollection AddTrustedProxies(this IServiceCollection services, IEnumerable<System.Net.IPNetwork> proxies) =>
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor;
            foreach (var proxy in proxies) forwarded.KnownIPNetworks.Add(proxy);
        });
}
