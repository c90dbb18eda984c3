using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Which values of an input count for the answer: (H, W) of a picture, (D) of a table row.</summary>
internal static class SaliencyMap
{
    /// <summary>The methods by name: scaled input (1, *) and the place of the answer in the output to a value for each input value.</summary>
    public static IReadOnlyDictionary<string, Func<TrainedModel, Tensor, Tensor>> Methods { get; } = new SortedDictionary<string, Func<TrainedModel, Tensor, Tensor>>(StringComparer.Ordinal)
    {
        ["gradient"] = GradientSaliency.Of,
        ["occlusion"] = OcclusionSaliency.Of,
    };

    /// <summary>The map of one example, 0..1 with 1 for the largest value.</summary>
    /// <exception cref="ArgumentException">The inputs are tokens, which have no gradient and no middle value.</exception>
    public static ImmutableArray<float> Of(TrainedModel model, long row, string method)
    {
        if (model.Data.IsTokens)
            throw new ArgumentException("Saliency is for pictures and tables; the inputs of this model are tokens. Leave it out.");
        using var scope = NewDisposeScope();
        Tensor input = model.Data.Gather(tensor(new[] { row })).Inputs;
        Tensor map = Methods[method](model, input);
        if (map.ndim == 4) map = map.amax([1]);
        float[] values = map.to(ScalarType.Float32).flatten().contiguous().data<float>().ToArray();
        float largest = values.Max();
        return [.. values.Select(value => largest > 0 ? Math.Max(0, value / largest) : 0)];
    }

    /// <summary>(N) the figure that is explained: the logit of the likeliest class, the number predicted, or the sum of all outputs.</summary>
    public static Tensor Answer(TrainedModel model, Tensor output, long answer) =>
        model.Task.Targets is TargetKind.Class or TargetKind.Labels ? output.select(1, answer) : output.flatten(1).sum(1);

    /// <summary>Place of the answer in the output of one example.</summary>
    public static long AnswerOf(Tensor output) => output.flatten(1).argmax(1).item<long>();
}
