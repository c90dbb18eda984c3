using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Finds out why libtorch refused the arguments of a loss, so that the message can name the remedy; asked only after a refusal.</summary>
internal static class LossMistakes
{
    /// <summary>The mistake in classes given for scores, or null.</summary>
    public static string? InClasses(string operation, Tensor scores, Tensor classes)
    {
        if (scores.is_floating_point() && classes.is_floating_point() && !classes.shape.AsSpan().SequenceEqual(scores.shape))
            return $"{operation}: expected classes of type Int64, or class probabilities of the scores' shape {Text(scores.shape)}, got {classes.dtype} {Text(classes.shape)}. Convert classes with to(int64).";
        if (!classes.is_floating_point() && classes.dtype != ScalarType.Int64)
            return $"{operation}: expected classes of type Int64, got {classes.dtype}. Convert them with to(int64).";
        var wanted = WithoutClasses(scores.shape);
        if (!classes.is_floating_point() && !wanted.AsSpan().SequenceEqual(classes.shape))
            return $"{operation}: expected classes {Text(wanted)} for scores {Text(scores.shape)}, got {Text(classes.shape)}. {Remedy(wanted, classes.shape)}";
        return classes.is_floating_point() ? null : OutOfRange(operation, scores, classes);
    }

    /// <summary>The mistake in targets that go element by element with predictions, or null.</summary>
    public static string? InElements(string operation, Tensor input, Tensor target)
    {
        if (!input.shape.AsSpan().SequenceEqual(target.shape))
            return $"{operation}: expected targets of the predictions' shape {Text(input.shape)}, got {Text(target.shape)}. {Remedy(input.shape, target.shape)}";
        return target.is_floating_point() ? null : $"{operation}: expected targets of type {input.dtype}, as the predictions are, got {target.dtype}. Convert them with to(predictions.dtype).";
    }

    private static string? OutOfRange(string operation, Tensor scores, Tensor classes)
    {
        if (classes.numel() == 0) return null;
        using var scope = NewDisposeScope();
        long count = scores.shape[scores.dim() == 1 ? 0 : 1];
        var (least, most) = (classes.min().ToInt64(), classes.max().ToInt64());
        return least >= 0 && most < count ? null
            : $"{operation}: expected classes in 0..{count - 1} for {count} scores each, got {(most >= count ? most : least)}. Count classes from 0, or give the model more outputs.";
    }

    private static long[] WithoutClasses(long[] shape) => shape.Length <= 1 ? [] : [shape[0], .. shape.AsSpan(2)];

    private static string Remedy(long[] wanted, long[] got)
    {
        if (got.Length == wanted.Length + 1 && got[^1] == 1) return "Drop the last dimension of the targets with squeeze(-1).";
        return wanted.Length == got.Length + 1 && wanted[^1] == 1 ? "Drop the last dimension of the predictions with squeeze(-1)." : "Predictions and targets must come from the same batch.";
    }

    private static string Text(long[] shape) => $"({string.Join(", ", shape)})";
}
