using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Benchmarks;

/// <summary>One kernel behind the neutral client (<c>kernel_client.py</c>), the same for every kernel.</summary>
internal sealed class KernelClient : IDisposable
{
    private readonly Process _process;

    /// <summary>Starts the kernel and waits for its kernel_info.</summary>
    public KernelClient(KernelUnderTest kernel)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Kernels", "kernel_client.py");
        _process = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-u", script]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        KernelInfo = Ask(new JsonObject { ["do"] = "start", ["argv"] = new JsonArray([.. kernel.Command.Select(word => (JsonNode)word)]), ["env"] = kernel.Environment?.DeepClone() ?? new JsonObject() });
    }

    /// <summary>Times of the start: <c>ms</c> and <c>cpu</c> until the reply.</summary>
    public JsonObject KernelInfo { get; }

    /// <summary>Runs a cell that must succeed.</summary>
    public CellTime Run(string code, bool untilIdle = true)
    {
        var answer = Ask(new JsonObject { ["do"] = "run", ["code"] = code, ["until_idle"] = untilIdle });
        if ((string)answer["error"]! is { Length: > 0 } error) throw new InvalidOperationException($"{error}\n{code}");
        return new CellTime(Number(answer, "ms"), Number(answer, "since_start"), Number(answer, "cpu"), (string)answer["text"]!, answer["kinds"]!.AsObject());
    }

    /// <summary>Milliseconds of a completion at the end of the code.</summary>
    public double Complete(string code) => Number(Ask(new JsonObject { ["do"] = "complete", ["code"] = code }), "ms");

    /// <summary>Megabytes of the process in memory.</summary>
    public double Memory() => Number(Ask(new JsonObject { ["do"] = "memory" }), "megabytes");

    /// <summary>Lets the kernel alone.</summary>
    public void Wait(double seconds) => Ask(new JsonObject { ["do"] = "wait", ["seconds"] = seconds });

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    internal static double Number(JsonObject answer, string name) => answer[name]!.GetValue<double>();

    private JsonObject Ask(JsonObject request)
    {
        _process.StandardInput.WriteLine(request.ToJsonString());
        _process.StandardInput.Flush();
        var line = _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("kernel_client.py ended. It needs: apt-get install python3-jupyter-client python3-ipykernel");
        var answer = JsonNode.Parse(line)!.AsObject();
        return answer["failed"] is { } failed ? throw new InvalidOperationException(failed.ToString()) : answer;
    }
}

/// <summary>What a cell took.</summary>
/// <param name="Milliseconds">From the request until reply and idle are there.</param>
/// <param name="SinceStart">Milliseconds from the start of the process until then.</param>
/// <param name="Processor">Milliseconds of processor time of the kernel meanwhile, in steps of ten.</param>
/// <param name="Text">Plain text of the result.</param>
/// <param name="Published">How many messages of each type came.</param>
internal sealed record CellTime(double Milliseconds, double SinceStart, double Processor, string Text, JsonObject Published)
{
    public int Count(string type) => Published[type] is { } count ? count.GetValue<int>() : 0;

    public double Value => double.Parse(Text, CultureInfo.InvariantCulture);
}
