using System.Diagnostics;
using System.Globalization;

namespace Kiln.Kernel;

/// <summary>Who ends the process, told while it ends.</summary>
internal static class ProcessEnd
{
    /// <summary>Names the caller of <see cref="Environment.Exit"/>, on whose thread this runs.</summary>
    public static string Describe(int exitCode)
    {
        var methods = new StackTrace(fNeedFileInfo: false).GetFrames().Select(frame => frame.GetMethod()).ToList();
        var exit = methods.FindLastIndex(method => method?.DeclaringType == typeof(Environment) && method.Name == nameof(Environment.Exit));
        var who = exit >= 0 && methods.Skip(exit + 1).FirstOrDefault(method => method is not null) is { } caller
            ? string.Create(CultureInfo.InvariantCulture, $"{MethodNames.Simple(caller)} called Environment.Exit({exitCode})")
            : string.Create(CultureInfo.InvariantCulture, $"the process ends with exit code {exitCode}");
        return $"The kernel ends: {who}. The variables are lost; restart the kernel to go on.";
    }
}
