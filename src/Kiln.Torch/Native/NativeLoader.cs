using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>Loads libtorch at its first use, which takes about a second, and sets its threads and memory up.</summary>
internal static partial class NativeLoader
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "Only registers how to load; nothing is loaded before the first operation.")]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, Resolve);

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath) =>
        name == Native.Library ? Loaded.Handle : 0;

    /// <summary>The runtime runs the initialiser once and lets other threads wait for it.</summary>
    private static class Loaded
    {
        internal static readonly nint Handle = Load();
    }

    // How long an OpenMP thread spins before it sleeps. Sleeping at once costs a wake-up at every operator: on an idle
    // machine a step on two threads then takes 1.5 to 1.7 times as long. Spinning on, as libgomp does by default, makes
    // steps 3 to 8 times slower where another program wants the processor; this much costs 1.4 to 1.8 times there.
    // OpenMP reads it when libtorch is loaded; .NET's SetEnvironmentVariable does not reach libc, hence setenv.
    private static void SetSpinning()
    {
        if (Environment.GetEnvironmentVariable("OMP_WAIT_POLICY") is not null) return;
        setenv("GOMP_SPINCOUNT", "2000", 0);
        // Does not lengthen that, but what threads spin while more of them are alive than processors: 1,000 instead of 100.
        setenv("OMP_WAIT_POLICY", "active", 0);
    }

    private static nint Load()
    {
        SetSpinning();
        if (OpenBlasCore.ToSet() is { } core) setenv(OpenBlasCore.Variable, core, 0);
        try
        {
            var handle = NativeLibrary.Load(LibraryPath());
            Start(handle);
            return handle;
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new TorchException("load libtorch", Remedy(e.Message), e);
        }
    }

    internal static string Remedy(string reason) => reason.Contains("libtorch", StringComparison.Ordinal) || reason.Contains("libc10", StringComparison.Ordinal)
        ? "libtorch is not installed or has another version than the one Kiln was built with. Install it: apt-get install libtorch-dev libopenblas0-openmp"
        : $"libkiln_torch.so cannot be loaded ({reason.Split('\n')[0]}). Build the project again on this machine; it needs: apt-get install libtorch-dev libopenblas0-openmp";

    // Beside the assembly or the program; in the folder of a package that a notebook loads; in that of a program built with the package.
    private static string LibraryPath()
    {
        var (file, assembly, program) = ($"lib{Native.Library}.so", Path.GetDirectoryName(typeof(Native).Assembly.Location) ?? "", AppContext.BaseDirectory);
        var natives = Path.Combine("runtimes", "linux-x64", "native", file);
        string[] places = [Path.Combine(assembly, file), Path.Combine(assembly, "..", "..", natives), Path.Combine(program, natives)];
        return Array.Find(places, File.Exists) ?? Path.Combine(program, file);
    }

    // Debian's libtorch starts with one thread.
    private static int ThreadsAtStart() =>
        Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is not { Length: > 0 } text ? Environment.ProcessorCount
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted
        : 0;

    // Calls through a pointer, because the library is still being resolved.
    private static unsafe void Start(nint handle)
    {
        var start = (delegate* unmanaged<int, NativeError*>)NativeLibrary.GetExport(handle, "kiln_start");
        start(ThreadsAtStart());
    }

    [LibraryImport("libc")]
    private static unsafe partial int setenv(byte* name, byte* value, int overwrite);

    private static unsafe void setenv(string name, string value, int overwrite)
    {
        fixed (byte* nameBytes = System.Text.Encoding.UTF8.GetBytes(name + "\0"))
        fixed (byte* valueBytes = System.Text.Encoding.UTF8.GetBytes(value + "\0"))
            _ = setenv(nameBytes, valueBytes, overwrite);
    }
}
