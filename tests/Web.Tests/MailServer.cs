namespace NexiPortal.Web.Tests;

/// <summary>The settings that let the portal send by a mail server of the test's.</summary>
internal static class MailServer
{
    /// <summary>The server on a port of this machine.</summary>
    public static Dictionary<string, string> At(int port) => new()
    {
        ["Mail__Smtp__Host"] = "127.0.0.1",
        ["Mail__Smtp__Port"] = $"{port}",
        ["Mail__Smtp__Security"] = "None",
    };
}
