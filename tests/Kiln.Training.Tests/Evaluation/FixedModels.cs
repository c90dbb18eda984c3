using Kiln.Training.Tests.Fit;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Evaluation;

/// <summary>Models that need no training, because their answers are written down.</summary>
internal static class FixedModels
{
    /// <summary>Tells the clouds apart as they are made: class k has a larger value in column k.</summary>
    public static TrainedModel ForClouds(DataSet data) => new(new Given(input => input.narrow(1, 0, 3) * 3), data);

    /// <summary>Says what the truth is, moved by an error, for a line.</summary>
    public static TrainedModel ForLine(DataSet data, float error) => new(new Given(_ => data.Targets + (float)(error / data.TargetScaling.Deviation[0])), data);

    public static DataSet Clouds(DataOptions? options = null) => TestRuns.Clouds(options: options);

    /// <summary>An image set of two classes: white on the left, or on the right.</summary>
    public static DataSet Sides()
    {
        const int Side = 12, Count = 20;
        var pixels = new byte[Count * Side * Side];
        for (int i = 0; i < pixels.Length; i++)
        {
            int example = i / (Side * Side), x = i % Side;
            pixels[i] = (byte)(x < Side / 2 == (example % 2 == 0) ? 200 + example : 10);
        }
        return DataSet.Of(new RawExamples
        {
            Name = "sides",
            Shape = [1, Side, Side],
            Pixels = pixels,
            Targets = new ClassTargets([.. Enumerable.Range(0, Count).Select(i => (long)(i % 2))], ["left", "right"]),
        }, null);
    }

    public static DataSet Letters(string vocabulary, int steps = 4)
    {
        long[] tokens = [.. Enumerable.Range(0, 20 * steps).Select(i => (long)(i % vocabulary.Length))];
        return DataSet.Of(new RawExamples
        {
            Name = "letters",
            Shape = [steps],
            Tokens = tokens,
            Targets = new NextTokenTargets([.. tokens.Select(token => (token + 1) % vocabulary.Length)], steps, [.. vocabulary.Select(letter => letter.ToString())]),
        }, null);
    }
}

/// <summary>A module that computes what it is given.</summary>
internal sealed class Given(Func<Tensor, Tensor> compute) : nn.Module<Tensor, Tensor>(nameof(Given))
{
    public override Tensor forward(Tensor input) => compute(input);
}
