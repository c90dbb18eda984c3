namespace Kiln.Charts.Tests;

internal static class CriticalDifferenceSamples
{
    public static IEnumerable<KeyValuePair<string, Chart>> All { get; } = new Dictionary<string, Chart>
    {
        ["ranks-five"] = new CriticalDifferenceDiagram
        {
            Title = "five optimisers on 12 data sets",
            CriticalDifference = 1.76,
            Arms = [new("adam", 1.8), new("adamw", 1.6), new("sgd", 4.3), new("rmsprop", 3.2), new("adagrad", 4.1)],
        },
        ["ranks-apart"] = new CriticalDifferenceDiagram { CriticalDifference = .4, Arms = [new("a", 1), new("b", 2), new("c", 3)] },
        ["ranks-alike"] = new CriticalDifferenceDiagram { CriticalDifference = 5, Arms = [new("large", 1.5), new("small", 1.5)] },
        ["ranks-many"] = new CriticalDifferenceDiagram
        {
            Title = "twenty",
            CriticalDifference = 4.2,
            Arms = [.. Enumerable.Range(0, 20).Select(i => new RankedArm($"variant {i} of the network", 1 + 19 * (Samples.Noise(i) + .5)))],
        },
        ["ranks-unknown"] = new CriticalDifferenceDiagram { Arms = [new("one", 1.2), new("two", 1.8)] },
        ["ranks-empty"] = new CriticalDifferenceDiagram { Title = "nothing" },
        ["ranks-hostile"] = new CriticalDifferenceDiagram { Title = Samples.Hostile, CriticalDifference = 1, Arms = [new(Samples.Hostile, 1), new(new string('n', 90), 2)] },
    };
}
