using System.Collections.Immutable;

namespace Kiln.Charts.Tests;

/// <summary>The charts of the snapshots: what users see, and the states that break charts.</summary>
internal static class Samples
{
    public const string Hostile = "<script>alert(\"1\")</script> & 'x' ]]> \u0001\n$a$ <b>";

    public static IEnumerable<KeyValuePair<string, Chart>> All =>
        [.. LineSamples.All, .. DotSamples.All, .. GridSamples.All, .. ConfusionSamples.All, .. HistogramSamples.All, .. ScatterSamples.All, .. NetworkSamples.All,
        .. ParallelSamples.All, .. CriticalDifferenceSamples.All];

    public static Chart Named(string name) => All.Single(pair => pair.Key == name).Value;

    public static ImmutableArray<double> Sequence(int count, Func<int, double> value) =>
        [.. Enumerable.Range(0, count).Select(value)];

    /// <summary>A repeatable number in -.5 to .5 without a generator, whose sequence could change with the runtime.</summary>
    public static double Noise(int i) => (uint)(i * 2654435761u + 12345) % 10007 / 10007.0 - .5;
}
