using static TorchSharp.torch;

namespace Kiln.Weights.Tests;

/// <summary>Resize of docs/Operators.md of ONNX 1.12: a matrix of weights for each dimension.</summary>
internal static class OnnxResize
{
    public static Tensor Run(OnnxNode node, Tensor x, float[] scales)
    {
        for (int axis = 0; axis < scales.Length; axis++)
        {
            if (scales[axis] == 1) continue;
            x = matmul(x.transpose(axis, -1), Weights(node, x.shape[axis], scales[axis]).t()).transpose(axis, -1);
        }
        return x;
    }

    private static Tensor Weights(OnnxNode node, long size, float scale)
    {
        var weights = zeros((long)Math.Floor(size * scale), size);
        for (long i = 0; i < weights.shape[0]; i++)
        {
            foreach (var (place, share) in Sources(node, i, (size, weights.shape[0]), scale))
                weights[i, Math.Clamp(place, 0, size - 1)] += share;
        }
        return weights;
    }

    private static (long Place, float Share)[] Sources(OnnxNode node, long target, (long Input, long Output) size, float scale)
    {
        if ((string)node.Attributes["mode"] == "nearest")
        {
            Assert.Equal(("asymmetric", "floor"), (node.Attributes["coordinate_transformation_mode"], node.Attributes["nearest_mode"]));
            return [((long)Math.Floor(target / scale), 1)];
        }
        Assert.Equal("linear", node.Attributes["mode"]);
        float place = (string)node.Attributes["coordinate_transformation_mode"] switch
        {
            "half_pixel" => (target + 0.5f) / scale - 0.5f,
            "align_corners" => target * (size.Input - 1) / (float)Math.Max(1, size.Output - 1),
            var other => throw new NotSupportedException(other),
        };
        long low = (long)Math.Floor(place);
        return [(low, 1 - (place - low)), (low + 1, place - low)];
    }
}
