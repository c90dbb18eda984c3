using System.Diagnostics;
using System.Reflection;

namespace Kiln.Kernel;

/// <summary>One call on an exception's way out.</summary>
/// <param name="Method">Who was called.</param>
/// <param name="Offset">Where it was, in its intermediate language.</param>
internal readonly record struct Frame(MethodBase Method, int Offset)
{
    // Our own code, and the runtime's plumbing of tasks, which says nothing about the user's mistake.
    private static readonly string[] Internals =
        ["Kiln.", "Microsoft.DotNet.Interactive.", "System.Runtime.", "System.Threading.", "InvokeStub_", "System.Reflection.", "System.RuntimeType", "System.RuntimeMethodHandle"];

    public bool IsOfCell => MethodNames.IsOfCell(Method);

    /// <summary>The calls that tell the user something, from where the exception was thrown to the cell, or as far as it came.</summary>
    public static List<Frame> Of(Exception exception)
    {
        var frames = new List<Frame>();
        var shown = new Dictionary<MethodBase, bool>();
        foreach (var frame in new StackTrace(exception, fNeedFileInfo: false).GetFrames())
        {
            if (frame.GetMethod() is not { } method) continue;
            if (!shown.TryGetValue(method, out var visible)) shown[method] = visible = IsVisible(method);
            if (visible) frames.Add(new Frame(method, frame.GetILOffset()));
        }
        var last = frames.FindLastIndex(frame => frame.IsOfCell);
        if (last >= 0) frames.RemoveRange(last + 1, frames.Count - last - 1);
        return frames;
    }

    private static bool IsVisible(MethodBase method)
    {
        if (MethodNames.IsOfCell(method)) return true;
        if (method.DeclaringType is not { } type) return false;
        var hidden = method.IsDefined(typeof(StackTraceHiddenAttribute), false) || type.IsDefined(typeof(StackTraceHiddenAttribute), false);
        return !hidden && type.Name != "ThrowHelper" && !Internals.Any(prefix => (type.FullName ?? "").StartsWith(prefix, StringComparison.Ordinal));
    }
}
