using System.Threading.Channels;
using static Kiln.Training.Layers;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Fit;

/// <summary>Small runs that take milliseconds.</summary>
internal static class TestRuns
{
    public static ModelDefinition Mlp { get; } = MlpCalling(_ => { });

    /// <summary>The same model with somebody told the number of each call in training, from 1.</summary>
    public static ModelDefinition MlpCalling(Action<int> onTrainingCall) => new("mlp", "mlp", c => LayerStack.Build(
        [
            Flatten(), Linear(c.Hp.Int("hidden", 4, 64)), BatchNorm1d(), ReLU(),
            new Probe(call => { onTrainingCall(call); return false; }, input => input), Dropout(0.3), Linear(c.Classes),
        ], c.InputShape));

    /// <summary>Three clouds of points in four dimensions that overlap a little.</summary>
    public static DataSet Clouds(int count = 300, long seed = 0, DataOptions? options = null)
    {
        var random = new Random((int)seed + 17);
        var inputs = new float[count * 4];
        var targets = new long[count];
        for (int i = 0; i < count; i++)
        {
            targets[i] = i % 3;
            for (int d = 0; d < 4; d++)
                inputs[4 * i + d] = (float)(random.NextDouble() + random.NextDouble() + random.NextDouble() + (d == targets[i] ? 0.7 : 0));
        }
        return DataSet.FromArrays("clouds", inputs, [4], targets, ["a", "b", "c"], options);
    }

    public static TrainingJob Job(DataSet data, ModelDefinition? model = null, TrainOptions? options = null) => new()
    {
        Model = model ?? Mlp,
        Data = data,
        Options = (options ?? new TrainOptions { Epochs = 3, Batch = 32, Lr = 0.01 }) with { Threads = 1 },
    };

    /// <summary>Trains and returns everything that happened.</summary>
    public static async Task<(TrainingResult Result, List<TrainingEvent> Events)> Run(
        TrainingJob job, Interrupter? interrupter = null, Action<TrainingEvent>? onEvent = null, TimeProvider? time = null)
    {
        var channel = Channel.CreateUnbounded<TrainingEvent>();
        var seen = new List<TrainingEvent>();
        Task<TrainingResult> training = Trainer.Fit(job, channel.Writer, interrupter ?? new Interrupter(), time);
        await foreach (TrainingEvent next in channel.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            seen.Add(next);
            onEvent?.Invoke(next);
        }
        return (await training, seen);
    }

    /// <summary>All weights and buffers, for comparison bit by bit.</summary>
    public static Dictionary<string, byte[]> Bits(nn.Module module) =>
        module.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.bytes.ToArray());

    public static double[] Losses(IEnumerable<TrainingEvent> events) => [.. events.OfType<BatchEnded>().Select(batch => batch.Loss)];
}

/// <summary>A layer that counts its calls in training, and changes its input at some of them.</summary>
internal sealed class Probe(Func<int, bool> when, Func<Tensor, Tensor> change) : nn.Module<Tensor, Tensor>(nameof(Probe))
{
    private int _calls;

    public override Tensor forward(Tensor input) => training && when(++_calls) ? change(input) : input * 1;
}
