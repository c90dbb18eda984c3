using static Kiln.Training.Layers;
using static Kiln.Training.Tests.Fit.TestRuns;

namespace Kiln.Training.Tests.Checkpoints;

/// <summary>Runs that go on from another run's last epoch with settings of their own.</summary>
public sealed class BranchTests : IDisposable
{
    private static readonly TrainOptions Options = new() { Epochs = 2, Batch = 32, Lr = 0.02, Optimizer = "sgd", Momentum = 0.9, Keep = "last" };

    private readonly TemporaryFolder _folder = new();

    private string First => Path.Combine(_folder.Path, "first");

    private string Second => Path.Combine(_folder.Path, "second");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_branch_with_the_same_settings_equals_one_run()
    {
        using DataSet data = Clouds();
        (TrainingResult whole, _) = await Run(Job(data, Mlp, Options with { Epochs = 5 }));
        await Run(Job(data, Mlp, Options) with { CheckpointFolder = First });
        (TrainingResult branch, _) = await Run(Job(data, Mlp, Options with { Epochs = 5 }) with { CheckpointFolder = Second, BranchFrom = First });
        Assert.Equal(Bits(whole.Module!), Bits(branch.Module!));
        Assert.Equal(whole.Epochs.Select(epoch => epoch.Metrics["val_loss"]), branch.Epochs.Select(epoch => epoch.Metrics["val_loss"]));
    }

    public static TheoryData<string, TrainOptions> Changes => new()
    {
        { "rate", Options with { Lr = 0.2 } },
        { "batch", Options with { Batch = 16 } },
        { "no momentum", Options with { Momentum = 0 } },
        { "decay", Options with { WeightDecay = 0.5 } },
        { "l1", Options with { L1 = 0.1 } },
        { "clip", Options with { Clip = 0.01 } },
        { "smoothing", Options with { LabelSmoothing = 0.5 } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_changed_setting_counts_from_the_branch_on(string setting, TrainOptions changed)
    {
        Assert.NotEmpty(setting);
        using DataSet data = Clouds();
        (TrainingResult first, _) = await Run(Job(data, Mlp, Options) with { CheckpointFolder = First });
        (TrainingResult same, _) = await Run(Job(data, Mlp, Options with { Epochs = 4 }) with { CheckpointFolder = Second, BranchFrom = First });
        (TrainingResult other, _) = await Run(Job(data, Mlp, changed with { Epochs = 4 }) with { CheckpointFolder = Second, BranchFrom = First });
        Assert.Equal(first.Epochs.Select(epoch => epoch.Metrics["val_loss"]), other.Epochs.Take(2).Select(epoch => epoch.Metrics["val_loss"]));
        Assert.NotEqual(Bits(same.Module!), Bits(other.Module!));
    }

    [Fact]
    public async Task A_hyperparameter_that_leaves_the_weights_alone_may_change_and_one_that_does_not_is_told()
    {
        using DataSet data = Clouds();
        var model = new ModelDefinition("m", "m", c => LayerStack.Build([Linear(c.Hp.Int("width", 4, 64, @default: 8)), Dropout(c.Hp.Float("p", 0, 0.9, @default: 0.1)), Linear(c.Classes)], c.InputShape));
        await Run(Job(data, model, Options) with { CheckpointFolder = First });
        TrainingJob branch = Job(data, model, Options with { Epochs = 3 }) with { CheckpointFolder = Second, BranchFrom = First };
        (TrainingResult dropped, _) = await Run(branch with { Hyperparameters = new Dictionary<string, string> { ["p"] = "0.5" } });
        Assert.Equal((TrainingOutcome.Finished, 3), (dropped.Outcome, dropped.Epochs.Length));
        (TrainingResult wider, _) = await Run(branch with { Hyperparameters = new Dictionary<string, string> { ["width"] = "16" } });
        Assert.Equal(TrainingOutcome.Failed, wider.Outcome);
        Assert.Contains("its tensors are not those of this model and optimizer", wider.Reason);
    }

    [Fact]
    public async Task A_branch_that_was_interrupted_goes_on_from_its_own_checkpoint()
    {
        using DataSet data = Clouds();
        await Run(Job(data, Mlp, Options) with { CheckpointFolder = First });
        TrainingJob job = Job(data, Mlp, Options with { Epochs = 5, Lr = 0.1 }) with { CheckpointFolder = Second, BranchFrom = First };
        (TrainingResult whole, _) = await Run(job with { CheckpointFolder = Path.Combine(_folder.Path, "whole") });
        await ResumeTests.InterruptedAt(job, batch: 8 + 3);
        (TrainingResult resumed, List<TrainingEvent> events) = await Run(job with { Resume = true });
        Assert.Equal(4, Assert.IsType<RunStarted>(events[0]).Plan.FirstEpoch);
        Assert.Equal(Bits(whole.Module!), Bits(resumed.Module!));
    }

    [Fact]
    public async Task Another_definition_is_refused()
    {
        using DataSet data = Clouds();
        await Run(Job(data, Mlp, Options) with { CheckpointFolder = First });
        var other = new ModelDefinition("mlp", "another", c => LayerStack.Build([Linear(c.Classes)], c.InputShape));
        (TrainingResult result, _) = await Run(Job(data, other, Options with { Epochs = 3 }) with { BranchFrom = First });
        Assert.Contains("the definition of model 'mlp' has changed", result.Reason);
    }
}
