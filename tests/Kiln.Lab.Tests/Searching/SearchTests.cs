using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Tests;

[Collection("lab")]
public sealed class SearchTests : IDisposable
{
    private static readonly SearchOptions Small = new()
    {
        Space = "lr=log(1e-3,1e-1) width={8,16}",
        Trials = 4,
        Train = new TrainOptions { Epochs = 1 },
    };

    private readonly LabFixture _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Every_trial_is_a_run_and_the_winner_is_measured_once_with_a_fresh_seed()
    {
        LabFixture.Define("mlp", 16);
        var study = await Lab.Search("random", "mlp", Small, "digits");

        Assert.Equal([0, 1, 2, 3], study.Trials.Select(trial => trial.Number));
        Assert.Equal(study.Best!.Value, study.Trials.Max(trial => trial.Value));
        Assert.All(_lab.Runs.Where(run => run.Kind == "trial"), run => Assert.DoesNotContain("test_accuracy", run.Metrics.Keys));
        Assert.NotNull(study.Winner!.TestAccuracy);
        Assert.NotEqual(Small.Seed, study.Winner.Record.Seed);
    }

    [Fact]
    public async Task A_finished_study_is_not_trained_again_and_a_larger_one_goes_on()
    {
        LabFixture.Define("mlp", 16);
        var first = await Lab.Search("random", "mlp", Small, "digits");
        var runs = _lab.Runs.Count;
        var second = await Lab.Search("random", "mlp", Small, "digits");
        Assert.Equal(runs, _lab.Runs.Count);
        Assert.Equal(first.Best!.RunId, second.Best!.RunId);

        var larger = await Lab.Search("random", "mlp", Small with { Trials = 6 }, "digits");
        Assert.Equal(6, larger.Trials.Count);
        Assert.Equal(first.Trials.Select(trial => trial.RunId), larger.Trials.Take(4).Select(trial => trial.RunId));
    }

    [Fact]
    public async Task A_grid_tries_every_point()
    {
        LabFixture.Define("mlp", 16);
        var study = await Lab.Search("grid", "mlp", Small with { Space = "lr={1e-3,1e-2} width={8,16}", Trials = 10, RetrainWinner = false }, "digits");
        Assert.Equal(4, study.Trials.Select(trial => string.Join(' ', trial.Parameters.Values)).Distinct().Count());
    }

    [Fact]
    public async Task A_range_for_a_whole_hyperparameter_or_batch_gives_whole_numbers()
    {
        LabFixture.Define("mlp", 16);
        var study = await Lab.Search("random", "mlp", Small with { Space = "width=8..32 batch=32..64 lr=log(1e-3,1e-1)", Trials = 2, RetrainWinner = false }, "digits");
        Assert.All(study.Trials, trial => Assert.NotNull(trial.Value));
        Assert.All(study.Trials, trial => Assert.True(int.TryParse(trial.Parameters["width"], out _) && int.TryParse(trial.Parameters["batch"], out _)));
    }

    [Fact]
    public async Task Trials_that_fail_are_rows_with_their_reason_and_end_the_search_when_they_come_in_a_row()
    {
        LabFixture.Define("mlp", 16);
        var study = await Lab.Search("grid", "mlp", Small with { Space = "width={1000,2000,3000,4000}" }, "digits");
        Assert.Equal(3, study.Trials.Count);
        Assert.All(study.Trials, trial => Assert.Contains("1", trial.Reason));
        Assert.All(study.Trials, trial => Assert.Equal(RunStatus.Failed, trial.Status));
        Assert.Null(study.Winner);
    }

    [Fact]
    public async Task A_space_that_names_nothing_known_is_refused_before_any_training()
    {
        LabFixture.Define("mlp", 16);
        var problem = await Assert.ThrowsAsync<LabException>(() => Lab.Search("random", "mlp", Small with { Space = "widht={8,16}" }, "digits"));
        Assert.Contains("Did you mean 'width'?", problem.Message);
        Assert.Empty(_lab.Runs);
    }
}
