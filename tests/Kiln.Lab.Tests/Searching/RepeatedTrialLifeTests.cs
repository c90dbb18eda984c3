using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Tests;

/// <summary>Trials of several seeds, which train runs of their own, as other processes see them.</summary>
[Collection("lab")]
public sealed class RepeatedTrialLifeTests : IDisposable
{
    private readonly LabFixture _lab = new(Directory.CreateTempSubdirectory("kiln-lab-").FullName, new HurriedTime());

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task A_trial_of_several_seeds_gives_signs_of_life()
    {
        var study = await Search(epochs: 1);
        Assert.NotNull(_lab.Workspace.Store.Get(Assert.Single(study.Trials).RunId).HeartbeatAt);
    }

    [Fact]
    public async Task A_trial_of_several_seeds_that_another_process_closed_is_left_to_it()
    {
        var search = Search(epochs: 100_000);
        RunRecord? trial;
        while ((trial = TrialWithARun()) is null && !search.IsCompleted) await Task.Delay(20, TestContext.Current.CancellationToken);
        _lab.Workspace.Store.Finish(trial!.Id, RunStatus.Failed, "closed elsewhere");
        var study = await search;
        Assert.Equal((RunStatus.Failed, "closed elsewhere"), (Assert.Single(study.Trials).Status, study.Trials[0].Reason));
        var run = Assert.Single(_lab.Workspace.Store.List(new RunFilter { Parent = trial.Id }));
        Assert.Equal(RunStatus.Stopped, run.Status);
    }

    private static Task<StudyResult> Search(int epochs)
    {
        LabFixture.Define("mlp", 16);
        var options = new SearchOptions { Space = "lr=log(1e-3,1e-1)", Trials = 1, Seeds = 2, RetrainWinner = false, Train = new TrainOptions { Epochs = epochs } };
        return Task.Run(() => Lab.Search("random", "mlp", options, "digits"));
    }

    private RunRecord? TrialWithARun() => _lab.Workspace.Store.List(new RunFilter { Kind = "trial" })
        .FirstOrDefault(run => _lab.Workspace.Store.List(new RunFilter { Parent = run.Id }).Any(repeat => repeat.Metrics.Count > 0));
}
