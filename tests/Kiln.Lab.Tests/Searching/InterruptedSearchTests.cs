using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Tests;

/// <summary>Searches that are broken off at any moment and go on from the checkpoints.</summary>
[Collection("lab")]
public sealed class InterruptedSearchTests : IDisposable
{
    private static readonly SearchOptions Options = new()
    {
        Space = "lr=log(1e-4,1e-1)/8",
        Trials = 8,
        Train = new TrainOptions { Epochs = 9, Batch = 128 },
        RetrainWinner = false,
    };

    private readonly LabFixture _lab = new();

    public void Dispose() => _lab.Dispose();

    [Theory]
    [InlineData("grid")]
    [InlineData("sobol")]
    [InlineData("asha")]
    public async Task A_search_broken_off_at_twenty_seeded_moments_equals_an_unbroken_one(string method)
    {
        Define();
        var unbroken = await Lab.Search(method, "mlp", Options with { Study = "unbroken" });
        var moments = new Random(20261122);
        var breaks = 0;
        for (var i = 0; i < 20; i++)
        {
            _lab.Reopen();
            Define();
            using var user = new CancellationTokenSource(TimeSpan.FromMilliseconds(moments.Next(5, 150)));
            var part = await Lab.Search(method, "mlp", Options with { Study = "broken" }, cancellationToken: user.Token);
            if (part.Notes.Any(note => note.StartsWith("Interrupted", StringComparison.Ordinal))) breaks++;
        }
        var whole = await Lab.Search(method, "mlp", Options with { Study = "broken" });
        TestContext.Current.TestOutputHelper?.WriteLine($"{breaks} breaks");
        Assert.Equal(Ends(unbroken), Ends(whole));
        Assert.Equal(Options.Trials, Lab.Runs.Count(new RunFilter { Study = whole.Facts.Id }));
    }

    [Fact]
    public async Task Trials_that_throw_or_give_nan_are_rows_and_the_others_finish()
    {
        Model.Define("moody", (hp, data) => hp.Int("kind", 0, 9) switch
        {
            0 => throw new InvalidOperationException("broken on purpose"),
            _ => LayerStack.Build([Layers.Flatten(), Layers.Linear(10)], data),
        }, source: "moody");
        Lab.Data("digits", new DataOptions { Limit = 300 });
        var study = await Lab.Search("grid", "moody", Options with { Space = "kind={1,0,2,3,4} lr={1e-2,1e38}", Trials = 10, Train = new TrainOptions { Epochs = 2, Optimizer = "sgd" }, MaxFailures = 10 });
        Assert.Equal(10, study.Trials.Count);
        Assert.All(study.Trials.Where(trial => trial.Parameters["kind"] == "0"), trial => Assert.Contains("broken on purpose", trial.Reason));
        Assert.Equal(4, study.Trials.Count(trial => trial.Status == RunStatus.Finished));
        Assert.All(study.Trials.Where(trial => trial.Status == RunStatus.Failed), trial => Assert.False(string.IsNullOrEmpty(trial.Reason)));
    }

    private static void Define()
    {
        LabFixture.Define("mlp", 8);
        Lab.Data("digits", new DataOptions { Limit = 300 });
    }

    private static List<string> Ends(StudyResult study) =>
        [.. study.Trials.Select(trial => $"{trial.Number} {string.Join(' ', trial.Parameters.Values)} {trial.Status} {trial.Reason} {string.Join(' ', trial.Curve.Select(report => report.Value.ToString("R")))}")];
}
