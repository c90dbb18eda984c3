using System.Collections.Immutable;
using System.Text.Json;

namespace Kiln.Runs.Tests;

/// <summary>Against scipy's numbers on 200 cases each, from golden/statistics.py.</summary>
public class StatisticsGoldenTests
{
    private const double Tolerance = 1e-9;
    private const int Resamples = 199;

    private static readonly JsonElement Golden = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Statistics", "golden", "statistics.json"))).RootElement;

    [Fact]
    public void Mean_deviation_and_t_interval_are_scipys() => ForEach("one_sample", one =>
    {
        var interval = MeanInterval.Of(Values(one, "values"), Number(one, "alpha"));
        AssertClose(one.GetProperty("t"), interval.Mean, interval.Deviation!.Value, interval.Low, interval.High);
    });

    [Fact]
    public void Wilcoxons_test_is_scipys() => ForEach("one_sample", one =>
    {
        var test = WilcoxonTest.Of(Values(one, "values"));
        if (one.GetProperty("wilcoxon").ValueKind == JsonValueKind.Null)
            Assert.Equal(1, test.PValue);
        else
            AssertClose(one.GetProperty("wilcoxon"), test.RankSum, test.PValue);
    });

    [Fact]
    public void The_corrected_resampled_t_test_is_its_formula_with_scipys_t() => ForEach("one_sample", one =>
    {
        if (one.GetProperty("nadeau_bengio").ValueKind == JsonValueKind.Null)
            return;
        var test = NadeauBengioTest.Of(Values(one, "values"), Number(one, "ratio"), Number(one, "alpha"));
        AssertClose(one.GetProperty("nadeau_bengio"), test.PValue, test.Low, test.High);
    });

    [Fact]
    public void The_rope_posterior_of_correlated_folds_is_scipys_t() => ForEach("one_sample", one =>
    {
        if (one.GetProperty("rope").ValueKind == JsonValueKind.Null)
            return;
        var rope = RopeProbabilities.Of(Values(one, "values"), Number(one, "width"), Number(one, "correlation"))!;
        AssertClose(one.GetProperty("rope"), rope.Better, rope.Same, rope.Worse);
    });

    [Fact]
    public void Bootstrap_intervals_are_scipys_on_the_same_resamples() => ForEach("one_sample", one =>
    {
        ImmutableArray<double> values = [.. Values(one, "values").Select(value => Math.Round(value * 1e5))];
        var alpha = Number(one, "alpha");
        var means = new Resampling(values, Resamples, new Draws().Next).Means();
        var percentile = BootstrapEnds.Percentile(means, alpha);
        AssertClose(one.GetProperty("percentile"), percentile.Low / 1e5, percentile.High / 1e5);
        if (one.GetProperty("bca").ValueKind == JsonValueKind.Null)
            return;
        var bca = BootstrapEnds.Bca(values, means, alpha);
        AssertClose(one.GetProperty("bca"), bca.Low / 1e5, bca.High / 1e5);
    });

    [Fact]
    public void McNemars_test_is_scipys_binomial_test() => ForEach("mcnemar", one =>
        Assert.Equal(one[2].GetDouble(), McNemarTest.Of(one[0].GetInt32(), one[1].GetInt32()).PValue, Tolerance));

    [Fact]
    public void Wilsons_interval_is_scipys() => ForEach("wilson", one =>
    {
        var (hits, n) = (one[0].GetInt32(), one[1].GetInt32());
        var interval = WilsonInterval.Of([.. Enumerable.Range(0, n).Select(i => i < hits ? 1.0 : 0.0)], one[2].GetDouble());
        Assert.Equal(one[3].GetDouble(), interval.Low, Tolerance);
        Assert.Equal(one[4].GetDouble(), interval.High, Tolerance);
    });

    [Fact]
    public void Holms_adjustment_is_its_definition() => ForEach("holm", one =>
        AssertClose(one.GetProperty("adjusted"), [.. HolmAdjustment.Of(Values(one, "p"))]));

    [Fact]
    public void Friedmans_test_is_scipys() => ForEach("friedman", one =>
    {
        var test = FriedmanTest.Of([.. one.GetProperty("scores").EnumerateArray().Select(row => (IReadOnlyList<double>)Values(row))]);
        AssertClose(one.GetProperty("ranks"), [.. test.MeanRanks]);
        Assert.Equal(Number(one, "chi"), test.ChiSquare, Tolerance);
        Assert.Equal(Number(one, "p"), test.PValue, Tolerance);
    });

    [Fact]
    public void Nemenyis_critical_difference_is_scipys_studentized_range() => ForEach("nemenyi", one =>
    {
        var (arms, dataSets) = (one[0].GetInt32(), one[1].GetInt32());
        Assert.Equal(one[3].GetDouble(), CriticalDifference.Between(arms, dataSets, one[2].GetDouble()), Tolerance);
        var apart = new CriticalDifference([.. new double[arms - 1], one[4].GetDouble()], 0, [], 0.05);
        Assert.Equal(one[5].GetDouble(), apart.PValue(0, arms - 1, dataSets), Tolerance);
    });

    [Fact]
    public void The_interquartile_mean_is_scipys_trimmed_mean_and_its_interval_numpys_percentiles() => ForEach("iqm", one =>
    {
        ImmutableArray<double>[] rows = [.. one.GetProperty("rows").EnumerateArray().Select(Values)];
        var mean = InterquartileMean.Of(rows, new BootstrapOptions { Resamples = Resamples }, new Draws().Next);
        AssertClose(one.GetProperty("golden"), mean.Value, mean.Interval.Low, mean.Interval.High);
    });

    [Fact]
    public void The_number_of_pairs_for_a_t_test_is_guenthers() => ForEach("sample_size", one =>
        Assert.Equal(one[3].GetInt32(), SampleSize.Guenther(one[0].GetDouble(), one[1].GetDouble(), one[2].GetDouble())));

    [Fact]
    public void The_share_of_pairs_that_a_wins_counts_ties_half() => ForEach("one_sample", one =>
    {
        var values = Values(one, "values").Take(10).ToList();
        var comparison = PairedComparison.Of(new double[values.Count], values);
        Assert.Equal((values.Count(value => value < 0) + (values.Count(value => value == 0) / 2.0)) / values.Count, comparison.ProbabilityABetter, Tolerance);
    });

    private static void ForEach(string name, Action<JsonElement> check)
    {
        var cases = Golden.GetProperty(name).EnumerateArray().ToList();
        Assert.Equal(200, cases.Count);
        cases.ForEach(check);
    }

    private static void AssertClose(JsonElement expected, params double[] actual)
    {
        Assert.Equal(expected.GetArrayLength(), actual.Length);
        for (var i = 0; i < actual.Length; i++) Assert.Equal(expected[i].GetDouble(), actual[i], Tolerance);
    }

    private static ImmutableArray<double> Values(JsonElement one, string name) => Values(one.GetProperty(name));

    private static ImmutableArray<double> Values(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetDouble())];

    private static double Number(JsonElement one, string name) => one.GetProperty(name).GetDouble();

    /// <summary>The generator of the script.</summary>
    private sealed class Draws
    {
        private uint _state = 1;

        public int Next(int n)
        {
            _state = unchecked((1664525 * _state) + 1013904223);
            return (int)(((ulong)_state * (ulong)n) >> 32);
        }
    }
}
