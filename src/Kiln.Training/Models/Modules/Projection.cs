using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>What brings the input of a residual block to the shape after its layers.</summary>
internal static class Projection
{
    /// <summary>The module, or null where the shapes are equal.</summary>
    /// <exception cref="ModelShapeException">No projection leads from one shape to the other.</exception>
    public static nn.Module<Tensor, Tensor>? Between(LayerInput input, long[] after)
    {
        long[] before = input.Shape;
        if (before.SequenceEqual(after)) return null;
        if (before.Length == 3 && after.Length == 3 && StrideOf(before, after) is { } stride)
            return nn.Sequential(nn.Conv2d(before[0], after[0], 1, stride, bias: false), nn.BatchNorm2d(after[0]));
        if (before.Length is 1 or 2 && after.Length == before.Length && before[..^1].SequenceEqual(after[..^1]))
            return nn.Linear(before[^1], after[^1], hasBias: false);
        throw input.Misfit($"its layers make {ShapeText.Of(after)} of {ShapeText.Of(before)}, and nothing brings the input to that shape. "
            + "Let them keep the shape (padding: \"same\"), change the channels only, or shrink height and width by a stride.");
    }

    /// <summary>The stride of a 1×1 convolution from one picture to the other.</summary>
    private static long? StrideOf(long[] before, long[] after)
    {
        long stride = (before[1] + after[1] - 1) / after[1];
        bool fits = stride >= 1 && (before[1] - 1) / stride + 1 == after[1] && (before[2] - 1) / stride + 1 == after[2];
        return fits ? stride : null;
    }
}
