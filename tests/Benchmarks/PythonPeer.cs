using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Benchmarks;

/// <summary>python3-torch in a process of its own that measures on request.</summary>
internal sealed partial class PythonPeer : IDisposable
{
    private readonly Process _process;

    public PythonPeer(string program = "python_peer.py")
    {
        string script = Path.Combine(AppContext.BaseDirectory, program);
        var start = new ProcessStartInfo("/usr/bin/python3", ["-u", script]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment.Remove("OMP_NUM_THREADS");
        // Kiln sets these before it loads libtorch, unless the user has; both sides shall run the same kernels.
        _ = TorchSharp.torch.get_num_threads();
        foreach (string name in new[] { "OMP_WAIT_POLICY", "GOMP_SPINCOUNT", "OPENBLAS_CORETYPE" })
            if (Marshal.PtrToStringUTF8(getenv(name)) is { } value) start.Environment[name] = value;
        _process = Process.Start(start)!;
        string ready = ReadLine();
        if (!ready.StartsWith("ready ", StringComparison.Ordinal)) throw new InvalidOperationException($"{program}: expected 'ready', got '{ready}'.");
        Version = ready["ready ".Length..];
    }

    /// <summary>The version of PyTorch.</summary>
    public string Version { get; }

    public Measurement Measure(Workload workload, string variant, int threads)
    {
        double[] numbers = Ask(string.Create(CultureInfo.InvariantCulture, $"{workload.Name} {variant} {workload.Steps} {threads}"));
        return new Measurement(numbers[0], numbers[1]);
    }

    /// <summary>Sends a line and waits for the numbers of the answer.</summary>
    public double[] Ask(string line)
    {
        _process.StandardInput.WriteLine(line);
        _process.StandardInput.Flush();
        return [.. ReadLine().Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
    }

    // .NET's own copy of the environment does not show what native code has set.
    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint getenv(string name);

    private string ReadLine() => _process.StandardOutput.ReadLine()
        ?? throw new InvalidOperationException("The Python side ended. It needs: apt-get install python3-torch");

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
