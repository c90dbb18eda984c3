using Kiln.Runs;
using Kiln.Training;
using static TorchSharp.torch;

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
        Model.Define("fussy", hp => nn.Sequential(nn.Flatten(), nn.Linear(64, hp.Int("width", 4, 4000, @default: 10) is < 1000 and var width ? width : throw new InvalidOperationException("Too wide."))));
        var study = await Lab.Search("grid", "fussy", Small with { Space = "width={1000,2000,3000,4000}" }, "digits");
        Assert.Equal(3, study.Trials.Count);
        Assert.All(study.Trials, trial => Assert.Contains("Too wide.", trial.Reason));
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

    [Theory]
    [InlineData("width={1000,2000}", "--space width={1000,2000}: model 'mlp' expects an integer from 4 to 128, and 1000 is none. Stay within 4..128")]
    [InlineData("width=2..64", "and 2 is none")]
    [InlineData("width=8.5..64.5", "and 8.5 is none")]
    [InlineData("optimizer={adam,adan}", "no trial can be trained with adan. There is no optimizer 'adan'. Did you mean 'adam'?")]
    [InlineData("optimizer={adam,sgd} momentum={0,1.5}", "momentum={0,1.5}: no trial can be trained with 1.5. Momentum: expected 0 up to, not including, 1")]
    [InlineData("batch=0..64", "no trial can be trained with 0. Batch: expected at least 1")]
    [InlineData("lr={adam}", "It is expected to be a number.")]
    public async Task A_space_with_values_that_no_trial_can_have_is_refused_before_any_training(string space, string part)
    {
        LabFixture.Define("mlp", 16);
        var problem = await Assert.ThrowsAsync<LabException>(() => Lab.Search("random", "mlp", Small with { Space = space }, "digits"));
        Assert.Contains(part, problem.Message);
        Assert.Empty(_lab.Runs);
    }

    [Theory]
    [InlineData("optimizer={adam,sgd} momentum=0..0.9 if optimizer=sgd")]
    [InlineData("momentum={0,0.9} optimizer={adam,sgd}")]
    [InlineData("schedule={none,\"step(3, 0.5)\"} lr=0..0.1")]
    public void A_value_that_only_some_combinations_can_have_is_none_of_those(string space)
    {
        LabFixture.Define("mlp", 16);
        Assert.NotEmpty(Lab.PreviewSearch("random", "mlp", Small with { Space = space }, "digits").First);
    }
}
