using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Tests;

/// <summary>Population-based training, on the digits.</summary>
[Collection("lab")]
public sealed class PopulationTests : IDisposable
{
    private static readonly SearchOptions Options = new()
    {
        Space = "lr=log(1e-4,1) weight-decay=log(1e-6,1e-2)",
        Pbt = new PbtOptions { Population = 4, Every = 2 },
        Train = new TrainOptions { Epochs = 6, Batch = 64, Optimizer = "sgd", Momentum = 0.9 },
        RetrainWinner = false,
    };

    private readonly LabFixture _lab = new();

    public PopulationTests() => Define();

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task Every_generation_of_every_member_is_a_row_that_names_the_run_it_went_on_from()
    {
        var study = await Lab.Search("pbt", "mlp", Options);
        Assert.Equal(12, study.Trials.Count);
        Assert.All(study.Trials, trial => Assert.Equal(2 * (trial.Number / 4 + 1), trial.Curve.Count));
        foreach (var trial in study.Trials.Skip(4))
        {
            var (run, origin) = (Lab.Runs.Get(trial.RunId), study.Trials[trial.Origin!.Value]);
            Assert.Equal((origin.RunId, RunRecord.Branch, trial.Number / 4 - 1), (run.Parent, run.ParentKind, origin.Number / 4));
            Assert.Equal(origin.Curve, trial.Curve.Take(origin.Curve.Count));
            Assert.Equal(run.Metrics["val_accuracy"], trial.Curve[^1].Value);
        }
        // The worst of four copies the best, with settings of its own.
        Assert.Equal(2, study.Trials.Skip(4).Count(trial => trial.Origin % 4 != trial.Number % 4));
        Assert.All(study.Trials.Skip(4).Where(trial => trial.Origin % 4 != trial.Number % 4), copy => Assert.NotEqual(study.Trials[copy.Origin!.Value].Parameters["lr"], copy.Parameters["lr"]));
    }

    [Fact]
    public async Task The_winner_follows_the_schedule_of_the_best_with_a_fresh_seed()
    {
        var study = await Lab.Search("pbt", "mlp", Options with { Seed = 1, RetrainWinner = true, Train = Options.Train with { Epochs = 8 }, Pbt = Options.Pbt! with { Every = 1, Quantile = 0.5 } });
        Assert.True(study.Lineage.Select(trial => trial.Parameters["lr"]).Distinct().Count() > 1, "the best never changed its rate: choose another seed");
        var winner = study.Winner!;
        Assert.Equal((study.Best!.RunId, RunRecord.Schedule, 2L), (winner.Record.Parent, winner.Record.ParentKind, winner.Record.Seed));
        Assert.Equal(study.Best.Curve.Count, Lab.Runs.Epochs(winner.Id).Count);
        Assert.InRange(winner.TestAccuracy!.Value, 0.5, 1);
        Assert.Equal(study.Lineage.Select(Settings).Zip(study.Lineage.Skip(1).Select(Settings)).Count(pair => pair.First != pair.Second), Lab.Runs.Count(new RunFilter { Kind = "winner-stage" }));
        Assert.Equal(winner.Id, Lab.Study(study.Study).Winner!.Id);
        Assert.Equal(["lr of the best member, epoch by epoch", "weight-decay of the best member, epoch by epoch"], study.Charts.Named("schedule").Select(chart => chart.Title));
        Assert.Empty(study.Charts.Named("importance").Concat(study.Charts.Named("parallel")));

        static string Settings(TrialRow trial) => string.Join(' ', trial.Parameters.Values);
    }

    [Fact]
    public async Task A_member_that_never_copies_is_trained_as_in_one_run()
    {
        var study = await Lab.Search("pbt", "dropping", Options with { Space = "lr=0.05 drop=0.2", Pbt = new PbtOptions { Population = 2, Every = 2, Quantile = 0 } });
        var run = await Lab.Train("dropping", options: Options.Train with { Lr = 0.05 }, settings: new RunSettings { Hyperparameters = new Dictionary<string, string> { ["drop"] = "0.2" } });
        Assert.Equal(run.Epochs.Select(epoch => epoch.Metrics["val_loss"]), Lab.Runs.Epochs(study.Trials[^1].RunId).Select(epoch => epoch.Metrics["val_loss"]));
    }

    [Fact]
    public async Task A_population_broken_off_at_seeded_moments_equals_an_unbroken_one()
    {
        var unbroken = await Lab.Search("pbt", "dropping", Options with { Space = Options.Space + " drop=0..0.6", Study = "unbroken" });
        var moments = new Random(20261123);
        for (var i = 0; i < 12; i++)
        {
            _lab.Reopen();
            Define();
            using var user = new CancellationTokenSource(TimeSpan.FromMilliseconds(moments.Next(5, 150)));
            await Lab.Search("pbt", "dropping", Options with { Space = Options.Space + " drop=0..0.6", Study = "broken" }, cancellationToken: user.Token);
        }
        var whole = await Lab.Search("pbt", "dropping", Options with { Space = Options.Space + " drop=0..0.6", Study = "broken" });
        Assert.Equal(Ends(unbroken), Ends(whole));
        Assert.Equal(12, Lab.Runs.Count(new RunFilter { Study = whole.Facts.Id }));
    }

    [Fact]
    public async Task Workers_that_come_and_go_find_what_one_process_finds()
    {
        var alone = await Lab.Search("pbt", "mlp", Options with { Study = "alone" });
        await Lab.Search("pbt", "mlp", Options with { Study = "shared", Timeout = TimeSpan.FromTicks(1) });
        var study = Lab.Runs.FindStudy("shared")!;
        var recipe = StudyRecipe.Last(Lab.Runs, study)!;
        var user = TestContext.Current.CancellationToken;
        Assert.Equal(WorkerEnd.Done, await Lab.Work(study, recipe, new WorkerSettings { MaxTrials = 3 }, user));
        // Two at once: where one has no member left in a generation, it waits for the other.
        await Task.WhenAll(Lab.Work(study, recipe, cancellationToken: user), Lab.Work(study, recipe, cancellationToken: user));
        Assert.Equal(Ends(alone), Ends(Lab.Study("shared")));
    }

    [Fact]
    public async Task More_epochs_are_more_generations_of_the_same_population()
    {
        var whole = await Lab.Search("pbt", "mlp", Options with { Study = "whole" });
        await Lab.Search("pbt", "mlp", Options with { Study = "parts", Train = Options.Train with { Epochs = 4 } });
        Assert.Equal(Ends(whole), Ends(await Lab.Search("pbt", "mlp", Options with { Study = "parts" })));
    }

    [Fact]
    public async Task A_member_that_diverges_copies_one_that_does_not()
    {
        var study = await Lab.Search("pbt", "mlp", Options with { Space = "lr={0.01,0.02,1e30}", Pbt = Options.Pbt! with { Population = 6, ResampleProbability = 0 }, MaxFailures = 9 });
        var failed = study.Trials.Where(trial => trial.Number < 6 && trial.Status == RunStatus.Failed).ToList();
        Assert.NotEmpty(failed);
        Assert.All(failed, trial => Assert.NotEqual(trial.Number, study.Trials[trial.Number + 6].Origin));
        Assert.Equal(18, study.Trials.Count);
    }

    [Fact]
    public async Task A_dry_run_tells_members_and_generations()
    {
        var preview = Lab.PreviewSearch("pbt", "mlp", Options);
        Assert.Equal((12, 2, 4), (preview.Trials, preview.Epochs, preview.First.Count));
        var study = await Lab.Search("pbt", "mlp", Options);
        Assert.Equal(preview.First.Select(first => first["lr"].ToString()), study.Trials.Take(4).Select(trial => trial.Parameters["lr"]));
    }

    public static TheoryData<string, string, SearchOptions> Refusals => new()
    {
        { "weight fc1.weight has (4, 64) with width=4 and (16, 64) with width=16", "width={4,16}", Options },
        { "Search width with tpe or asha first and give it one value here (width=VALUE)", "width=4..16", Options },
        { "optimizer cannot change in mid-training", "optimizer={sgd,adam}", Options },
        { "pbt trains 6 epochs in generations of 4: expected several whole generations. Give for example --epochs 16 --every 4", "lr=log(1e-3,1)", Options with { Pbt = new PbtOptions { Every = 4 } } },
        { "pbt trains 6 epochs in generations of 6", "lr=log(1e-3,1)", Options with { Pbt = new PbtOptions { Every = 6 } } },
        { "pbt and --trials 7: it has as many as members times generations, here 12", "lr=log(1e-3,1)", Options with { Trials = 7 } },
        { "pbt and --pruner median", "lr=log(1e-3,1)", Options with { Pruner = "median" } },
        { "pbt and --seeds", "lr=log(1e-3,1)", Options with { Seeds = 2 } },
        { "pbt and --metric val_accuracy,val_loss: members are ranked by one metric", "lr=log(1e-3,1)", Options with { Metric = "val_accuracy,val_loss" } },
        { "pbt and --enqueue", "lr=log(1e-3,1)", Options with { Enqueue = ["lr=0.01"] } },
        { "pbt and --schedule cosine: it finds the schedule of lr itself", "lr=log(1e-3,1)", Options with { Train = Options.Train with { Schedule = "cosine" } } },
        { "pbt and --early-stop", "lr=log(1e-3,1)", Options with { Train = Options.Train with { EarlyStop = 3 } } },
        { "pbt: Population: expected 2 or more, got 1.", "lr=log(1e-3,1)", Options with { Pbt = new PbtOptions { Population = 1 } } },
        { "pbt: Quantile: expected a number from 0 to 0.5, got 0.8.", "lr=log(1e-3,1)", Options with { Pbt = new PbtOptions { Quantile = 0.8 } } },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task What_does_not_go_with_a_population_is_refused_with_the_remedy(string part, string space, SearchOptions options)
    {
        var problem = await Assert.ThrowsAsync<LabException>(() => Lab.Search("pbt", "mlp", options with { Space = space }));
        Assert.Contains(part, problem.Message);
        Assert.Empty(_lab.Runs);
    }

    [Fact]
    public async Task Options_of_a_population_are_refused_where_there_is_none() => Assert.Contains(
        "tpe has none. Leave them out, or search with pbt",
        (await Assert.ThrowsAsync<LabException>(() => Lab.Search("tpe", "mlp", Options))).Message);

    private static void Define()
    {
        LabFixture.Define("mlp", 8);
        Model.Define(
            "dropping",
            (hp, data) => LayerStack.Build([Layers.Flatten(), Layers.Linear(16), Layers.ReLU(), Layers.Dropout(hp.Float("drop", 0, 0.9, @default: 0.5)), Layers.Linear(10)], data),
            source: "dropping");
        Lab.Data("digits", new DataOptions { Limit = 300 });
    }

    private static List<string> Ends(StudyResult study) =>
        [.. study.Trials.Select(trial => $"{trial.Number} {trial.Origin} {string.Join(' ', trial.Parameters.Values)} {trial.Status} {trial.Reason} {string.Join(' ', trial.Curve.Select(report => report.Value.ToString("R")))}")];
}
