using System.Runtime.InteropServices;

namespace NexiPortal.TestSupport;

/// <summary>Signals to processes that .NET has no method for.</summary>
internal static class UnixSignals
{
    /// <summary>SIGTERM: end, please.</summary>
    public const int Terminate = 15;

    /// <summary>SIGSTOP: stand still.</summary>
    public const int Stop = 19;

    /// <summary>SIGCONT: go on.</summary>
    public const int Continue = 18;

    /// <summary>Sends one; gives back whether it could be sent.</summary>
    public static bool Send(int processId, int signal) => Kill(processId, signal) == 0;

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);
}
