using System.Globalization;

namespace Benchmarks;

/// <summary>Kiln and Python on one workload, measured in turns.</summary>
internal sealed class Comparison(Workload workload, int threads)
{
    private readonly List<Measurement> _kiln = [];
    private readonly List<Measurement> _python = [];
    private readonly List<Measurement> _pythonForeach = [];

    public const string Heading = "workload                            threads     Kiln   Python  foreach  ratio   best  target";

    /// <summary>One round: Kiln, Python, and Python with operators on lists.</summary>
    public void Run(PythonPeer python, bool count)
    {
        TorchSharp.torch.set_num_threads(threads);
        var kiln = workload.Measure();
        var plain = python.Measure(workload, "default", threads);
        Measurement? grouped = workload.HasForeach ? python.Measure(workload, "foreach", threads) : null;
        if (!count) return;
        _kiln.Add(kiln);
        _python.Add(plain);
        if (grouped is { } measurement) _pythonForeach.Add(measurement);
    }

    /// <summary>How many times as many steps per second Kiln does as the better of Python's two forms.</summary>
    public double Ratio => Math.Min(Median(_python), Median(_pythonForeach)) / Median(_kiln);

    public bool Holds => Ratio >= workload.Target;

    /// <summary>How far apart the two sides' last results are.</summary>
    public double Difference => Math.Abs(_kiln[0].Result - _python[0].Result);

    public string Row => string.Create(CultureInfo.InvariantCulture,
        $"{workload.Title,-35} {threads,7} {PerSecond(_kiln),8} {PerSecond(_python),8} {PerSecond(_pythonForeach),8} {Ratio,6:F2} {BestRatio,6:F2} {workload.Target,7:F2}");

    // The same of each side's quickest round, which other programs disturb least.
    private double BestRatio => Math.Min(Best(_python), Best(_pythonForeach)) / Best(_kiln);

    private static string PerSecond(List<Measurement> measurements) =>
        measurements.Count == 0 ? "-" : (1 / Median(measurements)).ToString("F0", CultureInfo.InvariantCulture);

    private static double Best(List<Measurement> measurements) =>
        measurements.Count == 0 ? double.PositiveInfinity : measurements.Min(measurement => measurement.SecondsPerStep);

    private static double Median(List<Measurement> measurements) =>
        measurements.Count == 0 ? double.PositiveInfinity : measurements.Select(measurement => measurement.SecondsPerStep).Median();
}
