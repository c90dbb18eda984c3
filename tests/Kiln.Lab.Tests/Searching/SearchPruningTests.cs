using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Tests;

/// <summary>Trials whose training a pruner ends.</summary>
[Collection("lab")]
public sealed class SearchPruningTests : IDisposable
{
    private static readonly SearchOptions Options = new()
    {
        Space = "lr=log(1e-5,1e-1)",
        Trials = 10,
        Train = new TrainOptions { Epochs = 9, Batch = 128 },
        RetrainWinner = false,
    };

    private readonly LabFixture _lab = new();

    public SearchPruningTests()
    {
        LabFixture.Define("mlp", 8);
        Lab.Data("digits", new DataOptions { Limit = 300 });
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Asha_ends_hopeless_trials_after_1_or_3_epochs_and_counts_no_failure()
    {
        var study = await Lab.Search("asha", "mlp", Options);

        Assert.Equal(10, study.Trials.Count);
        var pruned = study.Trials.Where(trial => trial.Status == RunStatus.Pruned).ToList();
        Assert.InRange(pruned.Count, 3, 8);
        Assert.All(pruned, trial => Assert.Contains(trial.Curve.Count, new[] { 1, 3 }));
        Assert.All(pruned, trial => Assert.Equal(trial.Curve.Count, Lab.Runs.Epochs(trial.RunId).Count));
        Assert.All(pruned, trial => Assert.StartsWith($"asha ended it after epoch {trial.Curve.Count} of 9, where val_accuracy was 0", trial.Reason));
        Assert.All(pruned, trial => Assert.Equal(RunStatus.Pruned, Lab.Runs.Get(trial.RunId).Status));
        Assert.All(study.Trials.Except(pruned), trial => Assert.Equal(9, trial.Curve.Count));
        Assert.DoesNotContain(study.Trials, trial => trial.Status == RunStatus.Failed);
    }

    [Fact]
    public async Task A_search_resumed_after_every_trial_prunes_as_an_unbroken_one()
    {
        var unbroken = await Lab.Search("asha", "mlp", Options with { Study = "unbroken" });
        StudyResult? resumed = null;
        for (var trials = 2; trials <= 10; trials += 2)
        {
            _lab.Reopen();
            LabFixture.Define("mlp", 8);
            Lab.Data("digits", new DataOptions { Limit = 300 });
            resumed = await Lab.Search("asha", "mlp", Options with { Study = "resumed", Trials = trials });
        }
        Assert.Equal(Ends(unbroken), Ends(resumed!));
    }

    [Fact]
    public async Task Any_pruner_goes_with_any_way_to_search()
    {
        var study = await Lab.Search("grid", "mlp", Options with { Space = "lr={1e-2,1e-3,1e-4,1e-5,1e-6,1e-7,1e-8}", Pruner = "halving", Reduction = 2, Grace = 2 });
        Assert.Contains(study.Trials, trial => trial.Status == RunStatus.Pruned && trial.Curve.Count == 2);
        Assert.Contains(study.Trials, trial => trial.Reason?.StartsWith("halving ended it after epoch 2 of 9", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_pruner_can_be_left_out()
    {
        var study = await Lab.Search("asha", "mlp", Options with { Trials = 4, Pruner = "none", Train = new TrainOptions { Epochs = 2 } });
        Assert.All(study.Trials, trial => Assert.Equal(2, trial.Curve.Count));
    }

    [Theory]
    [InlineData("asha", "meridian", null, "Did you mean 'median'?")]
    [InlineData("random", null, 3, "this search has none")]
    [InlineData("random", "wilcoxon", 3, "--reduction means nothing to the pruner wilcoxon")]
    [InlineData("asha", null, 1, "expected 2 or more, got 1")]
    public async Task What_makes_no_sense_is_refused(string method, string? pruner, int? reduction, string part)
    {
        var problem = await Assert.ThrowsAsync<LabException>(() => Lab.Search(method, "mlp", Options with { Pruner = pruner, Reduction = reduction }));
        Assert.Contains(part, problem.Message);
    }

    [Fact]
    public async Task Several_metrics_and_a_pruner_are_refused_with_what_goes_instead()
    {
        var both = Options with { Metric = "val_accuracy,parameters" };
        Assert.Contains("A pruner ends trials by one metric, and 2 are sought", (await Assert.ThrowsAsync<LabException>(() => Lab.Search("asha", "mlp", both))).Message);
        Assert.Contains("Add --pruner none", (await Assert.ThrowsAsync<LabException>(() => Lab.Search("nsga2", "mlp", both with { Pruner = "median" }))).Message);
        Assert.All((await Lab.Search("asha", "mlp", both with { Trials = 3, Pruner = "none" })).Trials, trial => Assert.Equal(2, trial.Values.Length));
    }

    private static List<string> Ends(StudyResult study) =>
        [.. study.Trials.Select(trial => $"{trial.Number} {string.Join(' ', trial.Parameters.Values)} {trial.Status} {trial.Reason} {string.Join(' ', trial.Curve.Select(report => report.Value.ToString("R")))}")];
}
