using System.Globalization;

namespace Benchmarks;

/// <summary>Kiln and Python on one workload, measured in turns.</summary>
internal sealed class Comparison(Workload workload, int threads)
{
    private readonly List<Measurement> _kiln = [];
    private readonly List<Measurement> _python = [];
    private readonly List<Measurement> _pythonForeach = [];

    public const string Heading = "workload                              threads   Kiln   Python  Python foreach  ratio  target";

    /// <summary>One round: Kiln, Python, Python with foreach. The order within a round makes no one's neighbour always the same.</summary>
    public void Run(PythonPeer python, bool count)
    {
        TorchSharp.torch.set_num_threads(threads);
        var kiln = Measurement.Of(workload);
        var plain = python.Measure(workload, "default", threads);
        var grouped = python.Measure(workload, "foreach", threads);
        if (!count) return;
        _kiln.Add(kiln);
        _python.Add(plain);
        _pythonForeach.Add(grouped);
    }

    /// <summary>How many times as many steps per second Kiln does as the better of Python's two forms.</summary>
    public double Ratio => Math.Min(Seconds(_python), Seconds(_pythonForeach)) / Seconds(_kiln);

    public bool Holds => Ratio >= workload.Target;

    /// <summary>How far apart the two sides' last losses are.</summary>
    public double LossDifference => Math.Abs(_kiln[0].Loss - _python[0].Loss);

    public string Row => string.Create(CultureInfo.InvariantCulture,
        $"{workload.Title,-37} {threads,7} {1 / Seconds(_kiln),6:F0} {1 / Seconds(_python),8:F0} {1 / Seconds(_pythonForeach),15:F0} {Ratio,6:F2} {workload.Target,7:F1}");

    private static double Seconds(List<Measurement> measurements)
    {
        var sorted = measurements.Select(measurement => measurement.SecondsPerStep).Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
