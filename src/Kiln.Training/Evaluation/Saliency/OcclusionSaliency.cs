using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>How much the answer loses when a part of the input is covered by the mean of the training examples.</summary>
/// <remarks>Source: M. Zeiler, R. Fergus, "Visualizing and understanding convolutional networks", 2014, section 4.2.</remarks>
internal static class OcclusionSaliency
{
    private const int BatchSize = 128;

    /// <summary>(1, *) of an input (1, *); every pixel has the mean over the patches that cover it.</summary>
    public static Tensor Of(TrainedModel model, Tensor input)
    {
        using var inference = new InferenceScope(model.Module);
        Tensor before = model.Module.call(input);
        long answer = SaliencyMap.AnswerOf(before);
        double full = Share(model, before, answer)[0];
        Tensor sums = zeros_like(input), counts = zeros_like(input);
        foreach (Tensor[] patches in Patches(input).Chunk(BatchSize))
        {
            using var scope = NewDisposeScope();
            Tensor covers = cat(patches, 0);
            double[] left = Share(model, model.Module.call(input * (1 - covers)), answer);
            for (int i = 0; i < left.Length; i++)
            {
                sums.add_(covers.narrow(0, i, 1) * (float)Drop(model, full, left[i]));
                counts.add_(covers.narrow(0, i, 1));
            }
        }
        return sums.div(counts.clamp_min(1)).MoveToOuterDisposeScope();
    }

    // A class loses probability; a number that moves either way has hung on what was covered.
    private static double Drop(TrainedModel model, double full, double left) =>
        model.Task.Targets is TargetKind.Class or TargetKind.Labels ? Math.Max(0, full - left) : Math.Abs(full - left);

    private static double[] Share(TrainedModel model, Tensor output, long answer)
    {
        Tensor shares = model.Task.Targets switch
        {
            TargetKind.Class => output.softmax(1),
            TargetKind.Labels => output.sigmoid(),
            _ => output,
        };
        return SaliencyMap.Answer(model, shares, answer).to(ScalarType.Float64).contiguous().data<double>().ToArray();
    }

    /// <summary>Squares of about a fifth of a picture's side, half over one another; the single columns of a table.</summary>
    private static IEnumerable<Tensor> Patches(Tensor input)
    {
        long[] shape = input.shape;
        long height = shape.Length == 4 ? shape[2] : 1, width = shape[^1];
        long side = shape.Length == 4 ? Math.Max(1, Math.Max(height, width) / 5) : 1;
        long step = Math.Max(1, side / 2);
        for (long y = 0; y < height; y += step)
        {
            for (long x = 0; x < width; x += step)
            {
                Tensor cover = zeros_like(input);
                Tensor part = cover.narrow(-1, x, Math.Min(side, width - x));
                if (shape.Length == 4) part = part.narrow(2, y, Math.Min(side, height - y));
                part.fill_(1);
                yield return cover;
            }
        }
    }
}
