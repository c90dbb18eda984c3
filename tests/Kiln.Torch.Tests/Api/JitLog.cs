using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Kiln.Torch.Tests.Api;

/// <summary>
/// Remembers which methods of Kiln.Torch and of these tests the runtime has compiled, which it does when a method runs
/// for the first time (before it is hot, nothing is inlined).
/// </summary>
internal sealed class JitLog : EventListener
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";
    private const EventKeywords Jit = (EventKeywords)0x10;

    private static readonly ConcurrentDictionary<(string Space, int Token), byte> s_methods = new();
    private static readonly ManualResetEventSlim s_caughtUp = new();
    private static JitLog? s_log;

    [ModuleInitializer]
    internal static void Start() => s_log = new JitLog();

    /// <summary>The methods that ran until now.</summary>
    public static IReadOnlyCollection<MethodBase> Executed(params Module[] modules)
    {
        LastMethod();
        Assert.True(s_caughtUp.Wait(TimeSpan.FromSeconds(30)), "The runtime does not tell what it compiles.");
        s_log!.Dispose();
        return [.. modules.SelectMany(module => s_methods.Keys.Where(key => key.Space == Space(module)).Select(key => module.ResolveMethod(key.Token)!))];
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == Runtime) EnableEvents(eventSource, EventLevel.Verbose, Jit);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) != true) return;
        var space = (string)eventData.Payload![6]!;
        foreach (var known in new[] { "TorchSharp", "Kiln.Torch.Tests" })
            if (space.StartsWith(known, StringComparison.Ordinal))
                s_methods.TryAdd((known, (int)(uint)eventData.Payload[4]!), 0);
        if ((string)eventData.Payload[7]! == nameof(LastMethod)) s_caughtUp.Set();
    }

    private static string Space(Module module) => module.Assembly.GetName().Name == "Kiln.Torch" ? "TorchSharp" : module.Assembly.GetName().Name!;

    /// <summary>Events come late and in order: when this one has come, all have.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LastMethod() => GC.KeepAlive(s_log);
}
