using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Tests;

/// <summary>Workers of a study, in this process: what is said of them here does not need processes of their own.</summary>
[Collection("lab")]
public sealed class StudyWorkerTests : IDisposable
{
    private static readonly SearchOptions Small = new()
    {
        Space = "lr=log(1e-3,1e-1) width={8,16}",
        Trials = 4,
        RetrainWinner = false,
        Train = new TrainOptions { Epochs = 1 },
    };

    private readonly LabFixture _lab = new();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Workers_find_what_a_search_in_one_process_finds()
    {
        LabFixture.Define("mlp", 16);
        var alone = await Lab.Search("random", "mlp", Small, "digits");
        var (study, recipe) = Begin("shared");
        Assert.Equal(WorkerEnd.Done, await Lab.Work(study, recipe, new WorkerSettings { MaxTrials = 1 }, TestContext.Current.CancellationToken));
        Assert.Equal(WorkerEnd.Done, await Lab.Work(study, recipe, cancellationToken: TestContext.Current.CancellationToken));
        var trials = _lab.Workspace.Store.List(new RunFilter { Study = study.Id, Sort = "trial" });
        Assert.Equal(alone.Trials.Select(trial => trial.Value!.Value), trials.Select(run => run.Metrics["val_accuracy"]));
    }

    [Fact]
    public async Task A_worker_that_is_asked_to_stop_puts_its_trial_aside()
    {
        LabFixture.Define("mlp", 16);
        var (study, recipe) = Begin("stopped", Small with { Train = new TrainOptions { Epochs = 100_000 } });
        using var stop = new CancellationTokenSource();
        using var begun = new Listener(stop.Cancel);
        Assert.Equal(WorkerEnd.Stopped, await Lab.Work(study, recipe, new WorkerSettings { Output = new WorkerOutput(begun, isManaged: false) }, stop.Token));
        var run = Assert.Single(_lab.Workspace.Store.List(new RunFilter { Study = study.Id }));
        Assert.Equal((RunStatus.Stopped, "interrupted"), (run.Status, run.StatusReason));
    }

    [Fact]
    public void Another_model_than_the_study_s_is_refused()
    {
        LabFixture.Define("mlp", 16);
        var (study, recipe) = Begin("changed");
        LabFixture.Define("mlp", 32);
        var message = Assert.Throws<LabException>(() => { _ = Lab.Work(study, recipe); }).Message;
        Assert.Contains("The model 'mlp' is not the one that study 'changed'", message);
    }

    [Fact]
    public void A_recipe_of_another_version_is_refused_with_what_to_do()
    {
        LabFixture.Define("mlp", 16);
        var (study, recipe) = Begin("old");
        (recipe with { Kiln = "0.0.1" }).Write(_lab.Workspace.Store, study.Id);
        Assert.Contains("another version of Kiln", Assert.Throws<LabException>(() => StudyRecipe.Read(_lab.Workspace.Store, "old")).Message);
        _lab.Workspace.Store.SetRecipe(study.Id, "\0\0 no JSON");
        Assert.Contains("another version of Kiln", Assert.Throws<LabException>(() => StudyRecipe.Read(_lab.Workspace.Store, "old")).Message);
    }

    [Fact]
    public async Task A_study_without_a_recipe_says_how_it_gets_one()
    {
        LabFixture.Define("mlp", 16);
        await Lab.Search("random", "mlp", Small with { Trials = 1 }, "digits");
        Assert.Contains("Search it once more with --parallel N", Assert.Throws<LabException>(() => StudyRecipe.Read(_lab.Workspace.Store, "mlp-random")).Message);
    }

    [Fact]
    public async Task A_program_without_workers_says_so()
    {
        LabFixture.Define("mlp", 16);
        var search = Small with { Workers = new WorkerOptions { Parallel = 2 } };
        Assert.Contains("this program has no worker processes", (await Assert.ThrowsAsync<LabException>(() => Lab.Search("random", "mlp", search, "digits"))).Message);
    }

    [Fact]
    public async Task A_run_that_another_process_closed_records_no_more()
    {
        LabFixture.Define("mlp", 16);
        var live = Lab.TrainInBackground("mlp", "digits", new TrainOptions { Epochs = 100_000 });
        _lab.Workspace.Store.Finish(live.Id, RunStatus.Failed, "closed elsewhere");
        await live.Completion;
        var run = _lab.Workspace.Store.Get(live.Id);
        Assert.Equal((RunStatus.Failed, "closed elsewhere"), (run.Status, run.StatusReason));
    }

    [Fact]
    public async Task What_a_script_left_of_a_lost_worker_is_the_reason_in_its_trials_row()
    {
        LabFixture.Define("mlp", 16);
        var (study, recipe) = Begin("lost");
        var store = _lab.Workspace.Store;
        var run = new RunRecord { Id = store.NewId(), Name = "lost-0", Kind = "trial", Study = study.Id, Trial = 0, Host = "elsewhere", ProcessId = 77 };
        store.Create(run with { Parameters = run.Parameters.Add("lr", "0.01").Add("width", "8") });
        var folder = Directory.CreateDirectory(LostWorkers.FolderOf(store, study.Id)).FullName;
        foreach (var name in (string[])["elsewhere.77.139", "elsewhere.78.137", "what is this"]) File.WriteAllText(Path.Combine(folder, name), "");
        LostWorkers.TakeIn(store, study.Id);
        Assert.Equal((RunStatus.Stopped, ExitWords.Of(139)), (store.Get(run.Id).Status, store.Get(run.Id).StatusReason));
        Assert.Empty(Directory.GetFiles(folder));
        await Lab.Work(study, recipe, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(2, store.Get(run.Id).Attempts);
    }

    private (StudyRecord Study, StudyRecipe Recipe) Begin(string name, SearchOptions? options = null)
    {
        var (workspace, search) = (_lab.Workspace, (options ?? Small) with { Study = name });
        var (model, data) = (workspace.Models.Get("mlp"), workspace.FindData("digits"));
        workspace.Sources.Set(model, new CellSource("#!model mlp", []));
        var plan = SearchPlan.Of(workspace, "random", model, data, search);
        var study = global::Kiln.Search.Study.Open(workspace.Store, plan.Definition);
        StudyRecipe.Of(workspace.Sources, plan).Write(workspace.Store, study.Id);
        return StudyRecipe.Read(workspace.Store, study.Id);
    }

    /// <summary>Calls back at the first line.</summary>
    private sealed class Listener(Action first) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            if (value?.EndsWith("begins", StringComparison.Ordinal) == true) first();
        }
    }
}
