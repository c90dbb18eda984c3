using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Tests;

/// <summary>What a search may be asked for.</summary>
[Collection("lab")]
public sealed class SearchOptionsTests : IDisposable
{
    private static readonly SearchOptions Small = new()
    {
        Space = "lr=log(1e-3,1e-1) width={8,16,32}",
        Trials = 5,
        Train = new TrainOptions { Epochs = 1 },
        RetrainWinner = false,
    };

    private readonly LabFixture _lab = new();

    public SearchOptionsTests()
    {
        LabFixture.Define("mlp", 16);
        Lab.Data("digits", new DataOptions { Limit = 300 });
    }

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Without_a_space_the_hyperparameters_of_the_model_are_searched()
    {
        var study = await Lab.Search("random", "mlp", Small with { Space = null });
        Assert.Equal("width=4..128(int)", study.Facts.Space.Text);
        Assert.All(study.Trials, trial => Assert.InRange(int.Parse(trial.Parameters["width"]), 4, 128));
    }

    [Fact]
    public async Task Points_that_are_known_come_first_and_once()
    {
        var options = Small with { Enqueue = ["lr=0.01 width=32", "width=8"], Trials = 3 };
        var study = await Lab.Search("random", "mlp", options);
        Assert.Equal(("0.01", "32"), (study.Trials[0].Parameters["lr"], study.Trials[0].Parameters["width"]));
        Assert.Equal("8", study.Trials[1].Parameters["width"]);
        Assert.Equal(3, (await Lab.Search("random", "mlp", options)).Trials.Count);
        Assert.Contains("width=7 is outside", (await Assert.ThrowsAsync<LabException>(() => Lab.Search("random", "mlp", options with { Enqueue = ["width=7"] }))).Message);
    }

    [Fact]
    public async Task Several_metrics_have_a_front_and_a_cost_among_them_is_recorded()
    {
        var study = await Lab.Search("random", "mlp", Small with { Metric = "val_accuracy,parameters", Trials = 6 });
        Assert.All(study.Trials, trial => Assert.Equal(64 * int.Parse(trial.Parameters["width"]) + int.Parse(trial.Parameters["width"]) + 10 * int.Parse(trial.Parameters["width"]) + 10, trial.Values[1]));
        Assert.Equal(study.Best, study.Front[0]);
        Assert.All(study.Front, one => Assert.DoesNotContain(study.Trials, other => other.Values[0] > one.Values[0] && other.Values[1] <= one.Values[1]));
        Assert.Equal(study.Trials[0].Values[1], Lab.Runs.Get(study.Trials[0].RunId).Metrics["parameters"]);
    }

    [Fact]
    public async Task The_winner_keeps_to_the_limit()
    {
        var study = await Lab.Search("grid", "mlp", Small with { Space = "width={8,64,128}", Limit = "parameters<1000" });
        Assert.Equal("8", study.Best!.Parameters["width"]);
        Assert.Contains("parameters is 4810, and the limit is 1000", study.Trials.Select(trial => trial.BrokenLimit));
    }

    [Fact]
    public async Task A_trial_over_several_seeds_is_judged_by_their_mean()
    {
        var study = await Lab.Search("random", "mlp", Small with { Seeds = 3, Trials = 2 });
        var trial = study.Trials[1];
        var runs = Lab.Runs.List(new RunFilter { Parent = trial.RunId, Kind = "repeat" });
        Assert.Equal(3, runs.Select(run => run.Seed).Distinct().Count());
        Assert.Equal(runs.Average(run => run.Metrics["val_accuracy"]), trial.Value!.Value, 12);
        Assert.Equal(runs.OrderBy(run => run.Seed).Select(run => run.Metrics["val_accuracy"]), trial.Curve.Select(report => report.Value));
        Assert.True(Lab.Runs.Get(trial.RunId).Metrics.ContainsKey("val_accuracy_sd"));
    }

    [Fact]
    public async Task A_trial_over_folds_trains_on_each_of_them()
    {
        Lab.Data("digits", new DataOptions { Limit = 300, Folds = 3 });
        var study = await Lab.Search("random", "mlp", Small with { Folds = true, Trials = 1 });
        Assert.Equal(3, Lab.Runs.List(new RunFilter { Parent = study.Trials[0].RunId }).Select(run => run.DataFingerprint).Distinct().Count());
    }

    [Fact]
    public async Task Folds_of_data_that_has_none_are_refused() =>
        Assert.Contains("#!data digits --folds 5", (await Assert.ThrowsAsync<LabException>(() => Lab.Search("random", "mlp", Small with { Folds = true }))).Message);

    [Fact]
    public async Task When_the_time_is_up_what_is_done_counts_and_the_rest_can_go_on()
    {
        var study = await Lab.Search("random", "mlp", Small with { Timeout = TimeSpan.FromTicks(1) });
        Assert.True(study.Trials.Count < 5);
        Assert.Contains(study.Notes, note => note.Contains("is up. The same command goes on", StringComparison.Ordinal));
        Assert.Equal(5, (await Lab.Search("random", "mlp", Small)).Trials.Count);
    }

    [Fact]
    public async Task A_recorded_study_is_read_as_it_was_searched()
    {
        var searched = await Lab.Search("asha", "mlp", Small with { Study = "wide", Metric = "val_loss", Limit = "parameters<2000", RetrainWinner = true });
        var recorded = Lab.Study("wide");
        Assert.Equal(searched.Trials.Select(Text), recorded.Trials.Select(Text));
        Assert.Equal((searched.Best!.Number, false, "mlp", searched.Winner!.Id), (recorded.Best!.Number, recorded.Maximize, recorded.Model, recorded.Winner!.Id));
        Assert.Contains("Did you mean 'wide'?", Assert.Throws<LabException>(() => Lab.Study("wode")).Message);
        Assert.Contains("is not being searched", Assert.Throws<LabException>(() => Lab.StopStudy("wide")).Message);

        static string Text(TrialRow trial) => $"{trial.Number} {trial.Value:R} {trial.Status} {trial.Reason} {trial.BrokenLimit} {string.Join(' ', trial.Curve)}";
    }

    [Fact]
    public async Task A_preview_shows_what_the_search_then_tries()
    {
        var preview = Lab.PreviewSearch("tpe", "mlp", Small);
        var study = await Lab.Search("tpe", "mlp", Small with { Trials = 2 });
        Assert.Equal(preview.First.Take(2).Select(first => first["lr"].ToString()), study.Trials.Select(trial => trial.Parameters["lr"]));
    }

    [Theory]
    [InlineData("val_accuracy,val_accuracy", "twice")]
    [InlineData("val_accuracy:big", "with :max or :min")]
    [InlineData("", "--metric is empty")]
    public async Task A_metric_that_cannot_be_read_is_told(string metric, string part) =>
        Assert.Contains(part, (await Assert.ThrowsAsync<LabException>(() => Lab.Search("random", "mlp", Small with { Metric = metric }))).Message);

    [Fact]
    public async Task A_metric_that_is_sought_or_limited_is_measured()
    {
        var study = await Lab.Search("random", "mlp", Small with { Metric = "val_f1", Limit = "val_recall>0" });
        Assert.All(study.Trials, trial => Assert.Subset(Lab.Runs.Get(trial.RunId).Metrics.Keys.ToHashSet(), new HashSet<string> { "val_f1", "val_recall", "val_accuracy" }));
    }

    [Fact]
    public async Task A_metric_of_another_task_is_refused_with_those_that_fit()
    {
        var problem = await Assert.ThrowsAsync<LabException>(() => Lab.Search("random", "mlp", Small with { Metric = "val_rmse" }));
        Assert.Contains("rmse does not fit classification. Use some of accuracy", problem.Message);
    }

    [Fact]
    public async Task Trials_are_judged_as_the_epochs_of_their_task_unless_something_else_is_asked_for()
    {
        Lab.Data("line", alias: "line");
        Model.Define("straight", _ => TorchSharp.torch.nn.Linear(1, 1), source: "straight");
        var study = await Lab.Search("random", "straight", Small with { Space = "lr=log(1e-3,1e-1)" });
        Assert.Equal("val_rmse", study.Facts.Metric);
        Assert.All(study.Trials, trial => Assert.NotNull(trial.Value));
    }
}
