using static Kiln.Training.Tests.Fit.TestRuns;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Fit;

/// <summary>Models that compute their own losses.</summary>
public sealed class OwnLossTests : IDisposable
{
    private static readonly ModelDefinition Pair = new("pair", "pair", _ => new TwoParts());

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Each_part_has_a_metric_and_the_loss_is_their_sum()
    {
        using DataSet data = Clouds();
        (TrainingResult result, _) = await Run(Job(data, Pair));
        IReadOnlyDictionary<string, double> metrics = result.Epochs[^1].Metrics;
        Assert.Equal(metrics["train_loss"], metrics["train_first"] + metrics["train_second"], 1e-6);
        Assert.True(metrics["train_first"] < result.Epochs[0].Metrics["train_first"]);
        Assert.Contains("val_loss", metrics.Keys);
        Assert.DoesNotContain("val_accuracy", metrics.Keys);
    }

    [Fact]
    public async Task A_part_moves_its_own_weights_alone()
    {
        using DataSet data = Clouds();
        TrainOptions options = new() { Epochs = 1, Batch = 32, Lr = 0.01 };
        var together = await Run(Job(data, Pair, options));
        // The second part's loss also flows through the first part's weights; alone, the first part must end with the same bits.
        var alone = await Run(Job(data, new ModelDefinition("pair", "one", _ => new TwoParts(onlyFirst: true)), options));
        Assert.Equal(Bits(alone.Result.Module!)["first.weight"], Bits(together.Result.Module!)["first.weight"]);
    }

    [Fact]
    public async Task A_resumed_run_equals_an_uninterrupted_one()
    {
        using DataSet data = Clouds();
        TrainingJob job = Job(data, Pair);
        (TrainingResult whole, _) = await Run(job with { Options = job.Options with { Epochs = 4 } });
        await Run(job with { Options = job.Options with { Epochs = 2 }, CheckpointFolder = _folder.Path });
        (TrainingResult resumed, _) = await Run(job with { Options = job.Options with { Epochs = 4 }, CheckpointFolder = _folder.Path, Resume = true });
        Assert.Equal(Bits(whole.Module!), Bits(resumed.Module!));
    }

    public void Dispose() => _folder.Dispose();

    private sealed class TwoParts : nn.Module<Tensor, Tensor>, IOwnLosses
    {
        private readonly nn.Module<Tensor, Tensor> first = nn.Linear(4, 3);
        private readonly nn.Module<Tensor, Tensor> second = nn.Linear(3, 4);

        public TwoParts(bool onlyFirst = false) : base(nameof(TwoParts))
        {
            RegisterComponents();
            LossPart[] parts =
            [
                new("first", first, batch => first.call(batch.Inputs).pow(2).mean()),
                new("second", second, batch => (second.call(first.call(batch.Inputs)) - batch.Inputs).pow(2).mean()),
            ];
            Parts = onlyFirst ? parts[..1] : parts;
        }

        public IReadOnlyList<LossPart> Parts { get; }

        public override Tensor forward(Tensor input) => second.call(first.call(input));
    }
}
