using static Kiln.Training.Layers;
using static Kiln.Training.Tests.Fit.TestRuns;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Checkpoints;

public sealed class ResumeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Pairs => [.. from optimizer in Optimizers.Names from schedule in Schedules.Names select (optimizer, schedule)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public Task A_resumed_run_equals_an_uninterrupted_one_for_every_optimizer_and_schedule(string optimizer, string schedule) =>
        ResumesBitForBit(Mlp, new TrainOptions { Optimizer = optimizer, Schedule = schedule == "plateau" ? "plateau(1, 0.5)" : schedule });

    public static TheoryData<string, TrainOptions> Others => new()
    {
        { "keep last", new TrainOptions { Keep = "last" } },
        { "keep every", new TrainOptions { Keep = "every" } },
        { "momentum", new TrainOptions { Optimizer = "sgd", Momentum = 0.9, Nesterov = true } },
        { "rmsprop with momentum", new TrainOptions { Optimizer = "rmsprop", Momentum = 0.5 } },
        { "average", new TrainOptions { Ema = 0.9 } },
        { "average, keep last", new TrainOptions { Ema = 0.9, Keep = "last" } },
        { "lora", new TrainOptions { Lora = 2, Lr = 0.1 } },
        { "lora and average", new TrainOptions { Lora = 2, Ema = 0.9 } },
        { "freeze", new TrainOptions { Freeze = "1" } },
        { "layer rates", new TrainOptions { LayerLr = 0.3, Schedule = "cosine", Warmup = 0.2 } },
        { "accumulate", new TrainOptions { Accumulate = 3, Schedule = "onecycle" } },
        { "penalties and clipping", new TrainOptions { L1 = 0.01, WeightDecay = 0.01, Clip = 0.5, ClipValue = 0.1 } },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public Task A_resumed_run_equals_an_uninterrupted_one_with(string option, TrainOptions options)
    {
        Assert.NotEmpty(option);
        return ResumesBitForBit(Mlp, options);
    }

    private async Task ResumesBitForBit(ModelDefinition model, TrainOptions options)
    {
        using DataSet data = Clouds();
        TrainingJob whole = Job(data, model, options with { Epochs = 5, Batch = 32, Lr = options.Lr == 1e-3 ? 0.02 : options.Lr });
        (TrainingResult expected, List<TrainingEvent> all) = await Run(whole);

        TrainingJob broken = whole with { CheckpointFolder = _folder.Path };
        await InterruptedAt(broken, batch: 2 * 8 + 5);
        (TrainingResult resumed, List<TrainingEvent> rest) = await Run(broken with { Resume = true });

        Assert.True(resumed.Outcome == TrainingOutcome.Finished, resumed.Reason);
        Assert.Equal(3, Assert.IsType<RunStarted>(rest[0]).Plan.FirstEpoch);
        Assert.Equal(Losses(all)[16..], Losses(rest));
        Assert.Equal(Bits(expected.Module!), Bits(resumed.Module!));
        Assert.Equal(expected.Metrics.Remove("examples_per_second"), resumed.Metrics.Remove("examples_per_second"));
        Assert.Equal((expected.BestEpoch, expected.KeptEpoch), (resumed.BestEpoch, resumed.KeptEpoch));
        Assert.Equal([1, 2, 3, 4, 5], resumed.Epochs.Select(epoch => epoch.Epoch));
    }

    [Fact]
    public async Task A_schedule_that_depends_on_the_length_is_not_continued_with_another_one()
    {
        using DataSet data = Clouds();
        TrainingJob job = Job(data) with { CheckpointFolder = _folder.Path };
        job = job with { Options = job.Options with { Schedule = "cosine" } };
        await Run(job);
        (TrainingResult result, _) = await Run(job with { Options = job.Options with { Epochs = 5 }, Resume = true });
        Assert.Equal(TrainingOutcome.Failed, result.Outcome);
        Assert.Contains("option Epochs was 3, now 5", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_longer_plan_continues_a_finished_run()
    {
        using DataSet data = Clouds();
        TrainingJob job = Job(data) with { CheckpointFolder = _folder.Path };
        TrainingJob longer = job with { Options = job.Options with { Epochs = 5 }, CheckpointFolder = null };
        (TrainingResult expected, _) = await Run(longer);
        await Run(job);
        (TrainingResult resumed, _) = await Run(longer with { CheckpointFolder = _folder.Path, Resume = true });
        Assert.Equal(Bits(expected.Module!), Bits(resumed.Module!));
    }

    [Fact]
    public async Task A_process_killed_between_the_two_files_of_its_best_epoch_loses_nothing()
    {
        using DataSet data = Clouds();
        TrainingJob job = Job(data, options: new TrainOptions { Epochs = 1, Batch = 32 }) with { CheckpointFolder = _folder.Path };
        TrainingJob longer = job with { Options = job.Options with { Epochs = 3 } };
        (TrainingResult expected, _) = await Run(longer with { CheckpointFolder = null });
        await Run(job);
        File.Delete(_folder.File("best.safetensors"));
        (TrainingResult resumed, List<TrainingEvent> events) = await Run(longer with { Resume = true });
        Assert.Empty(events.OfType<TrainingWarning>());
        Assert.Equal(expected.BestEpoch, resumed.BestEpoch);
        Assert.Equal(Bits(expected.Module!), Bits(resumed.Module!));
        Assert.True(File.Exists(_folder.File("best.safetensors")));
    }

    [Fact]
    public async Task A_finished_run_that_is_resumed_gives_its_result_again()
    {
        using DataSet data = Clouds();
        TrainingJob job = Job(data) with { CheckpointFolder = _folder.Path };
        (TrainingResult first, _) = await Run(job);
        (TrainingResult again, List<TrainingEvent> events) = await Run(job with { Resume = true });
        Assert.Empty(events.OfType<BatchEnded>());
        Assert.Equal(Bits(first.Module!), Bits(again.Module!));
        Assert.Equal(first.Metrics, again.Metrics);
        Assert.Equal(3, Assert.IsType<RunStarted>(events[0]).Plan.History.Length);
    }

    [Fact]
    public async Task Time_trained_goes_on_counting()
    {
        using DataSet data = Clouds();
        TrainingJob job = Job(data) with { CheckpointFolder = _folder.Path };
        (TrainingResult first, _) = await Run(job);
        (TrainingResult again, _) = await Run(job with { Resume = true });
        Assert.True(again.Elapsed >= first.Epochs[^1].Elapsed);
    }

    [Fact]
    public async Task Without_a_checkpoint_the_run_starts_at_epoch_one_and_says_so()
    {
        using DataSet data = Clouds();
        (TrainingResult result, List<TrainingEvent> events) = await Run(Job(data) with { CheckpointFolder = _folder.Path, Resume = true });
        Assert.Equal($"There is no checkpoint in {_folder.Path} yet: the run starts at epoch 1.", Assert.IsType<TrainingWarning>(events[0]).Text);
        Assert.Equal(TrainingOutcome.Finished, result.Outcome);
    }

    [Fact]
    public async Task A_checkpoint_of_another_run_says_what_differs()
    {
        using DataSet data = Clouds();
        TrainingJob job = Job(data) with { CheckpointFolder = _folder.Path };
        await Run(job);
        using DataSet other = Clouds(options: new DataOptions { Seed = 9 });
        TrainingJob changed = job with
        {
            Data = other,
            Model = new ModelDefinition("mlp", "changed", Mlp.Build),
            Options = job.Options with { Lr = 0.5 },
            Hyperparameters = new Dictionary<string, string> { ["hidden"] = "34" },
            Resume = true,
        };
        (TrainingResult result, _) = await Run(changed);
        Assert.Equal(TrainingOutcome.Failed, result.Outcome);
        Assert.IsType<CheckpointException>(result.Exception);
        Assert.Contains("the definition of model 'mlp' has changed", result.Reason, StringComparison.Ordinal);
        Assert.Contains("the data differ", result.Reason, StringComparison.Ordinal);
        Assert.Contains("option Lr was 0.01, now 0.5", result.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", result.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("last/state.json", "{ not json")]
    [InlineData("last/state.json", "null")]
    [InlineData("last/epoch-3.safetensors", "torn")]
    [InlineData("last/history.jsonl", "torn")]
    [InlineData("last/history.jsonl", "{\"Epoch\": 2}\n")]
    public async Task A_damaged_checkpoint_is_refused_with_its_path(string file, string content)
    {
        using DataSet data = Clouds();
        TrainingJob job = Job(data) with { CheckpointFolder = _folder.Path };
        await Run(job);
        File.WriteAllText(_folder.File(file), content);
        (TrainingResult result, _) = await Run(job with { Resume = true });
        Assert.IsType<CheckpointException>(result.Exception);
        Assert.StartsWith($"Resume from {_folder.File("last/state.json")}: ", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lost_best_weights_are_a_warning()
    {
        using DataSet data = Clouds();
        TrainingJob job = Job(data, Worsening(), new TrainOptions { Epochs = 3, Batch = 32 }) with { CheckpointFolder = _folder.Path };
        (TrainingResult first, _) = await Run(job);
        Assert.Equal(1, first.BestEpoch);
        File.Delete(_folder.File("best.safetensors"));
        (_, List<TrainingEvent> events) = await Run(job with { Resume = true });
        Assert.Contains("The best weights, of epoch 1, are not in", Assert.Single(events.OfType<TrainingWarning>()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_run_forgets_the_checkpoint_of_an_older_one()
    {
        using DataSet data = Clouds();
        TrainingJob job = Job(data) with { CheckpointFolder = _folder.Path };
        await Run(job);
        var interrupter = new Interrupter();
        interrupter.Request(StopReason.User);
        await Run(job, interrupter);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task Only_the_newest_epoch_lies_in_the_folder()
    {
        using DataSet data = Clouds();
        await Run(Job(data) with { CheckpointFolder = _folder.Path });
        Assert.Equal(["best.safetensors", "epoch-3.safetensors", "history.jsonl", "state.json"],
            Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order());
    }

    public void Dispose() => _folder.Dispose();

    internal static async Task InterruptedAt(TrainingJob job, int batch)
    {
        var interrupter = new Interrupter();
        ModelDefinition stopping = MlpCalling(call => { if (call == batch) interrupter.Request(StopReason.User); });
        (TrainingResult result, _) = await Run(job with { Model = stopping }, interrupter);
        Assert.Equal(TrainingOutcome.Stopped, result.Outcome);
    }

    /// <summary>A model whose output gets noisier with every evaluation, so that its first epoch is its best.</summary>
    private static ModelDefinition Worsening() => new("worsening", "worsening", c => LayerStack.Build([Linear(8), new Worse(), Linear(c.Classes)], c.InputShape));

    private sealed class Worse() : nn.Module<Tensor, Tensor>(nameof(Worse))
    {
        private int _evaluations;

        public override Tensor forward(Tensor input) => training ? input * 1 : input * (++_evaluations > 4 ? -_evaluations : 1);
    }
}
