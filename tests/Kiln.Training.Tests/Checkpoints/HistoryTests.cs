using System.Text.Json.Nodes;
using static Kiln.Training.Tests.Fit.TestRuns;

namespace Kiln.Training.Tests.Checkpoints;

/// <summary>The epochs of a run lie beside its checkpoint, a line each.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string History => _folder.File("last/history.jsonl");

    private string State => _folder.File("last/state.json");

    [Fact]
    public async Task Each_epoch_is_a_line_of_the_history()
    {
        using DataSet data = Clouds();
        (TrainingResult result, _) = await Run(JobOf(data, epochs: 4));
        JsonNode[] rows = Rows();
        Assert.Equal([1, 2, 3, 4], rows.Select(row => (int)row["Epoch"]!));
        Assert.Equal(result.Epochs.Select(epoch => epoch.Metrics["val_loss"]), rows.Select(row => (double)row["Metrics"]!["val_loss"]!));
    }

    [Fact]
    public async Task The_state_file_does_not_grow_with_the_epochs()
    {
        using DataSet data = Clouds();
        await Run(JobOf(data, epochs: 2));
        long few = new FileInfo(State).Length;
        await Run(JobOf(data, epochs: 40));
        Assert.InRange(new FileInfo(State).Length, few - 20, few + 20);
    }

    [Theory]
    [InlineData("{\"Epoch\": 4, \"Metri")]
    [InlineData("{\"Epoch\": 4, \"Metrics\": {}, \"IsBest\": true, \"CheckpointWritten\": true, \"ElapsedSeconds\": 1}\n{\"Epo")]
    public async Task What_a_killed_process_left_beyond_its_checkpoint_is_cut_off(string rest)
    {
        using DataSet data = Clouds();
        await Run(JobOf(data, epochs: 3));
        await File.AppendAllTextAsync(History, rest, TestContext.Current.CancellationToken);
        await ContinuesToTheSameEnd(data);
    }

    [Fact]
    public async Task A_checkpoint_of_before_that_holds_its_history_itself_is_continued()
    {
        using DataSet data = Clouds();
        await Run(JobOf(data, epochs: 3));
        JsonNode state = JsonNode.Parse(await File.ReadAllTextAsync(State, TestContext.Current.CancellationToken))!;
        (state["Schema"], state["History"]) = (2, new JsonArray([.. Rows()]));
        await File.WriteAllTextAsync(State, state.ToJsonString(), TestContext.Current.CancellationToken);
        File.Delete(History);
        await ContinuesToTheSameEnd(data);
    }

    [Fact]
    public async Task An_epoch_whose_checkpoint_failed_is_in_the_history_of_the_next()
    {
        using DataSet data = Clouds();
        // A folder in the place of the file that the state is written to.
        string obstacle = State + ".tmp";
        await Run(JobOf(data, epochs: 5) with
        {
            Model = MlpCalling(call =>
            {
                if (call == 10) Directory.CreateDirectory(obstacle);
                if (call == 18) Directory.Delete(obstacle);
            }),
        });
        Assert.Equal([(1, true), (2, false), (3, true), (4, true), (5, true)], Rows().Select(row => ((int)row["Epoch"]!, (bool)row["CheckpointWritten"]!)));
    }

    [Fact]
    public async Task A_metric_that_is_not_defined_is_kept_as_such()
    {
        using DataSet data = DataSet.FromArrays("one class", Enumerable.Range(0, 60).Select(i => i / 60f).ToArray(), [1], new long[60], ["a", "b"]);
        TrainingJob job = JobOf(data, epochs: 2);
        job = job with { Options = job.Options with { Metrics = "accuracy,auc" } };
        (TrainingResult first, _) = await Run(job);
        Assert.Equal((TrainingOutcome.Finished, null), (first.Outcome, first.Reason));
        (TrainingResult again, _) = await Run(job with { Resume = true });
        Assert.Equal(first.Epochs[0].Metrics, again.Epochs[0].Metrics);
        Assert.Equal(double.NaN, again.Epochs[0].Metrics["val_auc"]);
    }

    public void Dispose() => _folder.Dispose();

    private async Task ContinuesToTheSameEnd(DataSet data)
    {
        (TrainingResult expected, _) = await Run(JobOf(data, epochs: 5) with { CheckpointFolder = null });
        (TrainingResult resumed, List<TrainingEvent> events) = await Run(JobOf(data, epochs: 5) with { Resume = true });
        Assert.Equal((TrainingOutcome.Finished, null), (resumed.Outcome, resumed.Reason));
        Assert.Equal(4, events.OfType<RunStarted>().Single().Plan.FirstEpoch);
        Assert.Equal(Bits(expected.Module!), Bits(resumed.Module!));
        Assert.Equal([1, 2, 3, 4, 5], Rows().Select(row => (int)row["Epoch"]!));
    }

    private TrainingJob JobOf(DataSet data, int epochs) =>
        Job(data, options: new TrainOptions { Epochs = epochs, Batch = 32, Lr = 0.01 }) with { CheckpointFolder = _folder.Path };

    private JsonNode[] Rows() => [.. File.ReadLines(History).Select(line => JsonNode.Parse(line)!)];
}
