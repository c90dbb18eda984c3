using System.Text.Json;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Metrics;

public sealed class MetricTests
{
    private static readonly JsonElement Golden = Repository.Golden("Metrics/golden/metrics.json");

    public static TheoryData<string, string> Figures =>
        [.. Golden.EnumerateObject().SelectMany(sample => sample.Value.GetProperty("metrics").EnumerateObject().Select(figure => (sample.Name, figure.Name)))];

    [Theory, MemberData(nameof(Figures))]
    public void A_metric_over_several_batches_equals_scikit_learns(string sample, string name)
    {
        JsonElement given = Golden.GetProperty(sample);
        double expected = given.GetProperty("metrics").GetProperty(name).GetDouble();
        // Errors of float32 targets at 10,000 have few digits left.
        double tolerance = sample.Contains("far from zero", StringComparison.Ordinal) ? 2e-4 * expected : 1e-6 * Math.Max(1, expected);
        Assert.Equal(expected, Measure(given, MetricTable.Find(name)), tolerance);
    }

    [Fact]
    public void Every_metric_is_held_against_a_golden_value()
    {
        var held = Figures.Select(row => row.Data.Item2).ToHashSet();
        Assert.All(MetricTable.Names, name => Assert.Contains(name, held));
    }

    [Fact]
    public void Any_number_of_guesses_can_be_asked_for()
    {
        Metric top = MetricTable.Find("top7");
        Assert.Equal("top7", top.Name);
        Assert.Equal(1, Measure(Golden.GetProperty("seven classes"), top));
    }

    [Fact]
    public void A_metric_that_does_not_exist_names_the_nearest() =>
        Assert.StartsWith("There is no metric 'acuracy'. Did you mean 'accuracy'?", Assert.Throws<ArgumentException>(() => MetricTable.Find("acuracy")).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_metric_says_its_direction_and_a_summary()
    {
        Assert.All(MetricTable.All, metric => Assert.NotEqual("", metric.Summary));
        Assert.Equal(["rmse", "mse", "mae", "perplexity"], MetricTable.All.Where(metric => !metric.HigherIsBetter).Select(metric => metric.Name));
    }

    [Fact]
    public void Regression_metrics_are_in_the_unit_of_the_raw_targets()
    {
        using DataSet data = DataSet.FromArrays("line", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1], new float[] { 10, 20, 30, 40, 50, 60, 70, 80, 90, 100 }, ["y"],
            new DataOptions { NormalizeTargets = true });
        using var scope = NewDisposeScope();
        Tensor output = data.Targets + (float)(3 / data.TargetScaling.Deviation[0]);
        foreach ((string name, double expected) in new[] { ("mae", 3.0), ("rmse", 3.0), ("mse", 9.0) })
        {
            MetricMeter meter = MetricTable.Find(name).Start(data);
            meter.Add(output, data.Targets);
            Assert.Equal(expected, meter.Value, 1e-4);
        }
    }

    [Fact]
    public void Mixed_targets_count_as_their_larger_part()
    {
        using DataSet data = DataSet.FromArrays("three", [1, 2, 3], [1], new long[] { 0, 1, 1 }, ["a", "b"], new DataOptions { Split = "100/0/0" });
        using var scope = NewDisposeScope();
        MetricMeter meter = MetricTable.Find("accuracy").Start(data);
        meter.Add(tensor(new float[] { 2, 1, 0, 1 }, [2, 2]), tensor(new[] { .7f, .3f, .6f, .4f }, [2, 2]));
        Assert.Equal(.5, meter.Value);
    }

    [Theory]
    [InlineData(new[] { 1f, 1f, 0f }, 0, 1)]
    [InlineData(new[] { 1f, 1f, 0f }, 1, 0)]
    [InlineData(new[] { 5f, float.NaN, float.NaN }, 1, 1)]
    [InlineData(new[] { float.NegativeInfinity, float.NegativeInfinity, -9f }, 2, 1)]
    public void Of_equal_logits_the_first_is_the_answer_and_what_is_no_number_is_larger_than_any(float[] logits, long truth, double expected)
    {
        using DataSet data = DataSet.FromArrays("three", [1, 2, 3], [1], new long[] { 0, 1, 2 }, ["a", "b", "c"], new DataOptions { Split = "100/0/0" });
        using var scope = NewDisposeScope();
        MetricMeter small = MetricTable.Find("accuracy").Start(data), large = MetricTable.Find("accuracy").Start(data);

        small.Add(tensor(logits, [1, 3]), tensor(new[] { truth }));
        large.Add(tensor(logits, [1, 3]).repeat(4_000, 1), tensor(new[] { truth }).repeat(4_000));

        Assert.Equal((expected, expected), (small.Value, large.Value));
    }

    [Fact]
    public void Small_and_large_batches_are_counted_alike()
    {
        using DataSet data = DataSet.FromArrays("three", [1, 2, 3], [1], new long[] { 0, 1, 2 }, ["a", "b", "c"], new DataOptions { Split = "100/0/0" });
        using var scope = NewDisposeScope();
        manual_seed(0);
        Tensor output = randn(4_000, 3), targets = randint(0, 3, 4_000, ScalarType.Int64);
        MetricMeter small = MetricTable.Find("accuracy").Start(data), large = MetricTable.Find("accuracy").Start(data);

        for (int start = 0; start < 4_000; start += 64) small.Add(output.narrow(0, start, Math.Min(64, 4_000 - start)), targets.narrow(0, start, Math.Min(64, 4_000 - start)));
        large.Add(output, targets);

        Assert.Equal(large.Value, small.Value);
    }

    private static double Measure(JsonElement given, Metric metric)
    {
        using DataSet data = Data(given);
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        long n = data.Targets.shape[0];
        long[] shape = given.TryGetProperty("steps", out JsonElement steps) ? [n, steps.GetInt64(), -1] : [n, -1];
        Tensor outputs = tensor(Floats(given, "outputs")).reshape(shape);
        MetricMeter meter = metric.Start(data);
        for (long start = 0; start < n; start += 32)
        {
            using var batch = NewDisposeScope();
            meter.Add(outputs.narrow(0, start, Math.Min(32, n - start)), data.Targets.narrow(0, start, Math.Min(32, n - start)));
        }
        return meter.Value;
    }

    private static DataSet Data(JsonElement given)
    {
        string[] names = [.. Enumerable.Range(0, given.GetProperty("names").GetInt32()).Select(k => $"name {k}")];
        RawTargets targets = given.GetProperty("kind").GetString() switch
        {
            "class" => new ClassTargets(Longs(given), names),
            "labels" => new LabelTargets([.. Longs(given).Select(flag => (byte)flag)], names),
            "numbers" => new NumberTargets(Floats(given, "targets"), names),
            _ => new NextTokenTargets(Longs(given), given.GetProperty("steps").GetInt32(), names),
        };
        return DataSet.Of(new RawExamples { Name = "golden", Shape = [1], Features = [.. Enumerable.Range(0, targets.Count).Select(i => (float)i)], Targets = targets }, null);
    }

    private static float[] Floats(JsonElement given, string name) => [.. given.GetProperty(name).EnumerateArray().Select(value => (float)value.GetDouble())];

    private static long[] Longs(JsonElement given) => [.. given.GetProperty("targets").EnumerateArray().Select(value => value.GetInt64())];
}
