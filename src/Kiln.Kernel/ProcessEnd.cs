using System.Globalization;

namespace Kiln.Kernel;

/// <summary>What the user is told when a library ends the process.</summary>
internal static class ProcessEnd
{
    /// <summary>Says that the kernel ends, and with which exit code. Who called Exit is not known: the runtime raises its event on a stack of its own.</summary>
    public static string Describe(int exitCode) => string.Create(
        CultureInfo.InvariantCulture, $"The kernel ends: a library ended the process with exit code {exitCode}. The variables are lost; restart the kernel to go on.");
}
