using System.Collections.Immutable;
using System.Text.Json;

namespace Kiln.Runs.Tests;

/// <summary>Against scipy's numbers, from golden/paired_comparison.py.</summary>
public class PairedComparisonGoldenTests
{
    private const double Tolerance = 1e-9;

    private static readonly JsonElement Golden = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Statistics", "golden", "paired_comparison.json"))).RootElement;

    [Fact]
    public void The_sign_flip_test_gives_scipys_p_on_200_cases() => ForEachCase((differences, golden) =>
    {
        var test = SignFlipTest.Of(differences);
        Assert.True(test.IsExact);
        Assert.Equal(golden.GetProperty("p").GetDouble(), test.PValue, Tolerance);
    });

    [Fact]
    public void The_interval_is_what_bisection_on_the_test_finds_on_200_cases() => ForEachCase((differences, golden) =>
    {
        var interval = SignFlipInterval.Of(differences);
        Assert.Equal(golden.GetProperty("low").ValueKind == JsonValueKind.Number, interval.IsBounded);
        if (!interval.IsBounded)
            return;
        Assert.Equal(golden.GetProperty("low").GetDouble(), interval.Low, Tolerance);
        Assert.Equal(golden.GetProperty("high").GetDouble(), interval.High, Tolerance);
    });

    [Fact]
    public void The_rope_probabilities_are_scipys_t_distribution_on_200_cases() => ForEachCase((differences, golden) =>
    {
        if (golden.GetProperty("rope").ValueKind == JsonValueKind.Null)
            return;
        var rope = RopeProbabilities.Of(differences)!;
        var expected = golden.GetProperty("rope").EnumerateArray().Select(value => value.GetDouble()).ToArray();
        Assert.Equal(expected[0], rope.Better, Tolerance);
        Assert.Equal(expected[1], rope.Same, Tolerance);
        Assert.Equal(expected[2], rope.Worse, Tolerance);
    });

    [Fact]
    public void The_number_of_pairs_is_within_one_of_the_exact_power_of_the_t_test()
    {
        foreach (var size in Golden.GetProperty("sizes").EnumerateArray())
        {
            var pairs = SampleSize.Pairs(size.GetProperty("effect").GetDouble(), 1, 0.05, 0.8)!.Value;
            Assert.InRange(pairs, size.GetProperty("pairs").GetInt32() - 1, size.GetProperty("pairs").GetInt32() + 1);
        }
    }

    private static void ForEachCase(Action<ImmutableArray<double>, JsonElement> check)
    {
        var cases = Golden.GetProperty("cases").EnumerateArray().ToList();
        Assert.Equal(200, cases.Count);
        foreach (var golden in cases)
            check([.. golden.GetProperty("differences").EnumerateArray().Select(value => value.GetDouble())], golden);
    }
}
