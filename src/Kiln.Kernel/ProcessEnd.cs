using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Kiln.Kernel;

/// <summary>Who ends the process, told while it ends.</summary>
internal static class ProcessEnd
{
    /// <summary>Names the caller of <see cref="Environment.Exit"/>, on whose thread this runs.</summary>
    public static string Describe(int exitCode)
    {
        // The frame of Exit itself may be gone: it ends in a jump. Who called it is the first that is neither the runtime's nor ours.
        var caller = new StackTrace(fNeedFileInfo: false).GetFrames().Select(frame => frame.GetMethod()).FirstOrDefault(IsForeign);
        var who = caller is not null
            ? string.Create(CultureInfo.InvariantCulture, $"{MethodNames.Simple(caller)} called Environment.Exit({exitCode})")
            : string.Create(CultureInfo.InvariantCulture, $"the process ends with exit code {exitCode}");
        return $"The kernel ends: {who}. The variables are lost; restart the kernel to go on.";
    }

    private static bool IsForeign(MethodBase? method) =>
        method?.DeclaringType?.Assembly is { } assembly && assembly != typeof(object).Assembly && assembly != typeof(ProcessEnd).Assembly;
}
