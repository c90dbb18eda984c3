using Kiln.Search;

namespace Benchmarks;

/// <summary>A function with a known minimum that stands for a training.</summary>
/// <param name="Name">What the command line and the Python side call it.</param>
/// <param name="Space">Where it is searched.</param>
/// <param name="Least">Its smallest value.</param>
/// <param name="Trials">Trials of one search.</param>
/// <param name="Value">The value at a point.</param>
internal sealed record Objective(string Name, string Space, double Least, int Trials, Func<Trial, double> Value)
{
    // Branin and Hartmann: https://www.sfu.ca/~ssurjano/optimization.html; Rosenbrock with two of its five coordinates in steps.
    public static readonly Objective[] All =
    [
        new("branin", "x=-5..10 y=0..15", 0.39788735772973816, 100, trial => Branin(trial["x"].AsDouble(), trial["y"].AsDouble())),
        new("hartmann6", "a=0..1 b=0..1 c=0..1 d=0..1 e=0..1 f=0..1", -3.322368011391339, 100,
            trial => Hartmann([.. "abcdef".Select(name => trial[name.ToString()].AsDouble())])),
        new("rosenbrock", "a=-5..10 b=-5..10 c=-5..10 d=-5..10(int) e={-2,-1,0,1,2}", 0, 100,
            trial => Rosenbrock([.. "abcde".Select(name => trial[name.ToString()].AsDouble())])),
        new("replay", ReplayConfiguration.Space, -ReplayTable.Stored.Best, 50, trial => -ReplayTable.Stored[ReplayConfiguration.Of(trial)][^1]),
    ];

    private static readonly double[,] A =
    {
        { 10, 3, 17, 3.5, 1.7, 8 }, { 0.05, 10, 17, 0.1, 8, 14 }, { 3, 3.5, 1.7, 10, 17, 8 }, { 17, 8, 0.05, 10, 0.1, 14 },
    };

    private static readonly double[,] P =
    {
        { 1312, 1696, 5569, 124, 8283, 5886 }, { 2329, 4135, 8307, 3736, 1004, 9991 }, { 2348, 1451, 3522, 2883, 3047, 6650 }, { 4047, 8828, 8732, 5743, 1091, 381 },
    };

    private static readonly double[] Alpha = [1, 1.2, 3, 3.2];

    private static double Branin(double x, double y)
    {
        var bowl = y - 5.1 / (4 * Math.PI * Math.PI) * x * x + 5 / Math.PI * x - 6;
        return bowl * bowl + 10 * (1 - 1 / (8 * Math.PI)) * Math.Cos(x) + 10;
    }

    private static double Hartmann(double[] at)
    {
        var sum = 0.0;
        for (var i = 0; i < 4; i++)
        {
            var distance = 0.0;
            for (var j = 0; j < 6; j++) distance += A[i, j] * Math.Pow(at[j] - 1e-4 * P[i, j], 2);
            sum += Alpha[i] * Math.Exp(-distance);
        }
        return -sum;
    }

    private static double Rosenbrock(double[] at) =>
        Enumerable.Range(0, at.Length - 1).Sum(i => 100 * Math.Pow(at[i + 1] - at[i] * at[i], 2) + Math.Pow(1 - at[i], 2));
}
