using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Tests;

[Collection("lab")]
public sealed class CompareTests : IDisposable
{
    private static readonly CompareOptions Quick = new() { Seeds = 3, Train = new TrainOptions { Epochs = 2 } };
    private readonly LabFixture _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Missing_seeds_are_trained_and_a_second_comparison_trains_nothing()
    {
        LabFixture.Define("small", 8);
        LabFixture.Define("large", 64);
        var comparison = await Lab.Compare("small", "large", Quick, "digits");
        Assert.Equal([0L, 1L, 2L], comparison.Seeds);
        Assert.Equal(6, _lab.Runs.Count);
        Assert.NotEmpty(comparison.Verdict);
        Assert.Contains(comparison.Differences.Settings, difference => difference.Setting == "model");

        var again = await Lab.Compare("small", "large", new CompareOptions { Train = Quick.Train }, "digits");
        Assert.Equal(6, _lab.Runs.Count);
        Assert.Equal(comparison.A.Values, again.A.Values);
    }

    [Fact]
    public async Task A_program_without_a_notebook_gets_a_line_for_each_run()
    {
        var output = new StringWriter();
        _lab.Workspace.Display = new TextDisplay(output);
        LabFixture.Define("small", 8);
        LabFixture.Define("large", 64);
        var comparison = await Lab.Compare("small", "large", Quick with { Seeds = 2 }, "digits");
        Assert.Equal(
            [$"run 1/4  small on digits, seed 0  test accuracy {comparison.A.Values[0]:0.0000}", $"run 2/4  large on digits, seed 0  test accuracy {comparison.B.Values[0]:0.0000}"],
            output.ToString().Split('\n')[..2]);
        Assert.Equal(4, output.ToString().Trim().Split('\n').Length);
    }

    [Fact]
    public async Task An_interrupt_after_some_pairs_compares_these_and_says_what_is_missing()
    {
        using var interrupt = new CancellationTokenSource();
        _lab.Workspace.Display = new Interrupting(interrupt, after: 5);
        LabFixture.Define("small", 8);
        LabFixture.Define("large", 64);
        var comparison = await Lab.Compare("small", "large", Quick with { Seeds = 6 }, "digits", interrupt.Token);
        Assert.Equal([0L, 1L], comparison.Seeds);
        Assert.Equal("It was stopped: 5 of 12 missing runs were trained and are kept. The same command goes on from there.", Assert.Single(comparison.Remarks));
    }

    [Fact]
    public async Task Models_that_were_trained_with_different_options_are_compared_with_a_remark()
    {
        LabFixture.Define("small", 8);
        LabFixture.Define("large", 64);
        foreach (var (model, rate) in new[] { ("small", 0.001), ("large", 0.01) })
            await Lab.TrainSeeds(model, 2, "digits", new TrainOptions { Epochs = 1, Lr = rate });
        Assert.Contains("trained with different options, too (lr)", Assert.Single((await Lab.Compare("small", "large", data: "digits")).Remarks));
        var named = await Lab.Compare("small", _lab.Runs[0].Id, data: "digits");
        Assert.Empty(named.Remarks);
    }

    [Fact]
    public async Task Curves_are_means_over_the_epochs_that_all_runs_have()
    {
        LabFixture.Define("small", 8);
        LabFixture.Define("large", 64);
        var comparison = await Lab.Compare("small", "large", Quick, "digits");
        var curve = comparison.A.Curve!;
        Assert.Equal(("val_accuracy", 3), (curve.Metric, curve.Runs));
        Assert.Equal([1.0, 2.0], curve.Epochs);
        var second = comparison.A.Runs.Select(run => Lab.Runs.Epochs(run.Id)[1].Metrics["val_accuracy"]).ToList();
        Assert.Equal((second.Average(), second.Min(), second.Max()), (curve.Mean[1], curve.Lowest[1], curve.Highest[1]));
    }

    [Fact]
    public async Task A_metric_that_no_run_has_yet_is_measured_by_those_that_are_trained()
    {
        LabFixture.Define("small", 8);
        LabFixture.Define("large", 64);
        var comparison = await Lab.Compare("small", "large", Quick with { Seeds = 2, Metric = "test_f1" }, "digits");
        Assert.Equal("test_f1", comparison.Metric);
        Assert.All(comparison.A.Runs, run => Assert.Contains("test_f1", run.Metrics.Keys));
    }

    [Fact]
    public void Differences_are_told_without_a_run()
    {
        LabFixture.Define("small", 8);
        LabFixture.Define("large", 64);
        var differences = Lab.Differences(["small", "large"], data: "digits");
        Assert.Equal(["model"], differences.Settings.Select(setting => setting.Setting));
        Assert.Equal(["- mlp of width 8", "+ mlp of width 64"], Assert.Single(differences.Code).Lines);
        Assert.Empty(_lab.Runs);
    }

    [Fact]
    public async Task A_comparison_without_runs_says_how_to_get_them()
    {
        LabFixture.Define("small", 8);
        LabFixture.Define("large", 64);
        var problem = await Assert.ThrowsAsync<LabException>(() => Lab.Compare("small", "large", data: "digits"));
        Assert.Contains("--seeds 6", problem.Message);
    }

    [Fact]
    public async Task A_changed_definition_does_not_lend_its_old_runs()
    {
        LabFixture.Define("small", 8);
        LabFixture.Define("large", 64);
        await Lab.Compare("small", "large", Quick, "digits");
        LabFixture.Define("large", 96);
        await Assert.ThrowsAsync<LabException>(() => Lab.Compare("small", "large", new CompareOptions { Train = Quick.Train }, "digits"));
    }

    [Fact]
    public async Task Three_models_are_compared_at_once_with_what_each_costs()
    {
        foreach (var (name, width) in new[] { ("small", 8), ("middle", 32), ("large", 64) }) LabFixture.Define(name, width);
        var comparison = await Lab.Compare(["small", "middle", "large"], Quick, "digits");
        Assert.Equal((Pairing.Seed, 3, 3), (comparison.Pairing, comparison.Count, comparison.Several.Pairs.Length));
        Assert.Equal([8 * 65 + 10 * 9, 32 * 65 + 10 * 33, 64 * 65 + 10 * 65], comparison.Arms.Select(arm => arm.Cost.Parameters!.Value));
        Assert.All(comparison.Arms, arm => Assert.True(arm.Cost.TrainingTime > TimeSpan.Zero && arm.Cost.ExamplesPerSecond > 0));
        Assert.Contains(comparison.Arms, arm => arm.IsOnParetoFront);
        Assert.True(comparison.Arms[0].IsOnParetoFront, "no other has as few parameters");
        Assert.Equal(["small", "middle", "large"], comparison.Differences.Settings.Single(difference => difference.Setting == "model").Values);
        Assert.Contains("3 comparisons at once need at least 7 seeds", comparison.Verdict);
    }

    [Fact]
    public async Task One_run_each_is_compared_over_the_test_examples_by_the_stored_models()
    {
        LabFixture.Define("small", 8);
        LabFixture.Define("large", 64);
        foreach (var model in new[] { "small", "large" }) await Lab.Train(model, "digits", new TrainOptions { Epochs = 2 });
        var comparison = await Lab.Compare("small", "large", data: "digits");
        Assert.Equal((Pairing.Example, Lab.Data("digits").Test.Count), (comparison.Pairing, comparison.Count));
        Assert.Equal("McNemar's test", comparison.Statistics.Test.Name);
        foreach (var arm in comparison.Arms) Assert.Equal(arm.Runs[0].Metrics["test_accuracy"], arm.Values.Average(), 1e-6);
        Assert.EndsWith("another seed may turn it round. To see that, train each with several seeds (--seeds 6).", comparison.Verdict);
        Assert.Null(comparison.PairNames);
    }

    [Fact]
    public async Task Over_test_examples_losses_are_compared_but_no_f1()
    {
        LabFixture.Define("small", 8);
        LabFixture.Define("large", 64);
        foreach (var model in new[] { "small", "large" }) await Lab.Train(model, "digits", new TrainOptions { Epochs = 2, Metrics = "accuracy,f1" });
        var comparison = await Lab.Compare("small", "large", new CompareOptions { Metric = "test_loss" }, "digits");
        foreach (var arm in comparison.Arms) Assert.Equal(arm.Runs[0].Metrics["test_loss"], arm.Values.Average(), 1e-4);
        Assert.Equal("sign-flip test", comparison.Statistics.Test.Name);
        var problem = await Assert.ThrowsAsync<LabException>(() => Lab.Compare("small", "large", new CompareOptions { Metric = "test_f1" }, "digits"));
        Assert.Contains("does not belong to single examples", problem.Message);
    }

    [Fact]
    public async Task Folds_are_trained_on_request_and_found_again()
    {
        LabFixture.Define("small", 8);
        LabFixture.Define("large", 64);
        Lab.Data("digits", new DataOptions { Folds = 3, Fold = 2 });
        var train = new TrainOptions { Epochs = 1 };
        var comparison = await Lab.Compare("small", "large", new CompareOptions { Paired = Pairing.Fold, Seeds = 1, Train = train });
        Assert.Equal((Pairing.Fold, 3, 6), (comparison.Pairing, comparison.Count, _lab.Runs.Count));
        Assert.Equal(["1", "2", "3"], comparison.PairNames);
        Assert.StartsWith("corrected resampled t-test", comparison.Statistics.Test.Name);
        var again = await Lab.Compare("small", "large");
        Assert.Equal((Pairing.Fold, 6), (again.Pairing, _lab.Runs.Count));
        Assert.Equal(comparison.B.Values, again.B.Values);
    }

    [Fact]
    public async Task Data_without_folds_says_how_to_get_them()
    {
        LabFixture.Define("small", 8);
        LabFixture.Define("large", 64);
        var problem = await Assert.ThrowsAsync<LabException>(() => Lab.Compare("small", "large", new CompareOptions { Paired = Pairing.Fold }, "digits"));
        Assert.Contains("Load it with #!data digits --folds 5", problem.Message);
    }

    [Fact]
    public async Task Over_data_sets_each_mean_is_one_observation()
    {
        LabFixture.Define("small", 8);
        LabFixture.Define("large", 64);
        string[] names = ["digits-a", "digits-b", "digits-c"];
        for (var i = 0; i < names.Length; i++) Lab.Data("digits", new DataOptions { Seed = i, Limit = 400 }, names[i]);
        var comparison = await Lab.CompareOverData(["small", "large"], names, new CompareOptions { Seeds = 2, Train = new TrainOptions { Epochs = 1 } });
        Assert.Equal((12, 2), (_lab.Runs.Count, comparison.Statistics.Arms.Length));
        Assert.Equal(comparison.Runs[1][2].Average(run => run.Metrics["test_accuracy"]), comparison.Statistics.Arms[1].Means[2], 1e-12);
        Assert.StartsWith("Cannot tell yet: add 3 data sets", comparison.Verdict);
    }

    /// <summary>Interrupts a comparison once so many of its runs are trained.</summary>
    private sealed class Interrupting(CancellationTokenSource interrupt, int after) : ILabDisplay, IComparisonView
    {
        public CancellationToken Interrupted => CancellationToken.None;

        public IRunView ShowRun() => SilentDisplay.Instance;

        public IStudyView ShowStudy() => SilentDisplay.Instance;

        public IComparisonView ShowComparison() => this;

        public void Note(string text)
        {
        }

        public void Show(ComparisonProgress progress)
        {
            if (progress.RunsDone == after) interrupt.Cancel();
        }

        public void Finish(ComparisonProgress progress)
        {
        }
    }
}
