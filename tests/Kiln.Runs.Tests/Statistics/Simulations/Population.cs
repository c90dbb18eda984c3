using System.Collections.Immutable;
using MathNet.Numerics.Distributions;

namespace Kiln.Runs.Tests;

/// <summary>A distribution that paired differences are drawn from.</summary>
/// <param name="Name">What the tables call it.</param>
/// <param name="Mean">Its true mean.</param>
/// <param name="IsSymmetric">Whether the sign-flip test's assumption holds.</param>
/// <param name="Draw">One value.</param>
public sealed record Population(string Name, double Mean, bool IsSymmetric, Func<Random, double> Draw)
{
    public static readonly Population Normally = new("normal", 0, true, random => Normal.Sample(random, 0, 1));

    public static readonly Population Uniformly = new("uniform", 0, true, random => ContinuousUniform.Sample(random, -1, 1));

    public static readonly Population Laplacian = new("Laplace", 0, true, random => Laplace.Sample(random, 0, 1));

    // As accuracies on 100 test examples: a step is as wide as the deviation.
    public static readonly Population Tied = new("tied (rounded to steps of one deviation)", 0.3, false, random => Math.Round(Normal.Sample(random, 0.3, 1)));

    public static readonly Population Skewed = new("skewed (lognormal)", Math.Exp(0.5), false, random => LogNormal.Sample(random, 0, 1));

    public static readonly ImmutableArray<Population> All = [Normally, Uniformly, Laplacian, Tied, Skewed];

    public ImmutableArray<double> Sample(Random random, int n) => [.. Enumerable.Range(0, n).Select(_ => Draw(random))];

    public override string ToString() => Name;
}
