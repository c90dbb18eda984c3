using System.Runtime.CompilerServices;
using TorchSharp;

namespace Kiln.Training;

/// <content>Layers that give the same numbers another shape.</content>
public static partial class Layers
{
    /// <summary>(N, *) to (N, D): one vector per example.</summary>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Flatten([CallerLineNumber] int line = 0) => new(nameof(Flatten), line, _ => torch.nn.Flatten());

    /// <summary>(N, D) to (N, size1, size2, size3): a vector to a picture or a sequence.</summary>
    /// <param name="size1">First size, such as the channels.</param>
    /// <param name="size2">Second size, such as the height.</param>
    /// <param name="size3">Third size, such as the width; 0 (default) for two sizes.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Unflatten(long size1, long size2, long size3 = 0, [CallerLineNumber] int line = 0) =>
        new(nameof(Unflatten), line, input => input.Shape.Length == 1
            ? torch.nn.Unflatten(1, Sizes(input, size1, size2, size3, 0))
            : throw input.Error("a vector (features)", "Use Reshape for an input of another shape."));

    /// <summary>(N, *) to (N, size1, size2, …), the same numbers in the same order. One size may be -1: it is inferred.</summary>
    /// <param name="size1">First size.</param>
    /// <param name="size2">Second size; 0 (default) for none.</param>
    /// <param name="size3">Third size; 0 (default) for none.</param>
    /// <param name="size4">Fourth size; 0 (default) for none.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Reshape(long size1, long size2 = 0, long size3 = 0, long size4 = 0, [CallerLineNumber] int line = 0) =>
        new(nameof(Reshape), line, input => new Reshaped(Sizes(input, size1, size2, size3, size4)));

    /// <summary>(N, *) to (N, shape), the same numbers in the same order: <c>ReshapeTo(inputShape)</c> ends an autoencoder.</summary>
    /// <param name="shape">Shape of one example, without N.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer ReshapeTo(long[] shape, [CallerLineNumber] int line = 0) =>
        new(nameof(ReshapeTo), line, input => new Reshaped(Sizes(input, shape)));

    /// <summary>Puts the sizes of an example into another order: <c>Permute(2, 0, 1)</c> makes (C, H, W) of (H, W, C).</summary>
    /// <param name="size1">Which size comes first, counted from 0.</param>
    /// <param name="size2">Which size comes second.</param>
    /// <param name="size3">Which size comes third; -1 (default) for two sizes.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static Layer Permute(long size1, long size2, long size3 = -1, [CallerLineNumber] int line = 0) =>
        new(nameof(Permute), line, input =>
        {
            long[] order = size3 < 0 ? [size1, size2] : [size1, size2, size3];
            return order.Order().SequenceEqual(Enumerable.Range(0, input.Shape.Length).Select(i => (long)i))
                ? new Permuted(order)
                : throw input.Misfit($"expected each of the places 0 to {input.Shape.Length - 1} of {input.Form} once, got {ShapeText.Of(order)}.");
        });

    private static long[] Sizes(LayerInput input, params ReadOnlySpan<long> given)
    {
        int count = given.IndexOf(0);
        long[] sizes = [.. count < 0 ? given : given[..count]];
        int open = Array.IndexOf(sizes, -1);
        long known = sizes.Where(size => size != -1).Aggregate(1L, (product, size) => product * size);
        if (open >= 0 && known > 0 && input.Form.Numbers % known == 0) sizes[open] = input.Form.Numbers / known;
        if (sizes.Length > 0 && sizes.All(size => size > 0) && sizes.Aggregate(1L, (product, size) => product * size) == input.Form.Numbers) return sizes;
        throw input.Error(FormattableString.Invariant($"sizes whose product is that of the input, {input.Form.Numbers}"),
            $"{ShapeText.Of(sizes)} has {(open >= 0 ? "no whole size to infer" : FormattableString.Invariant($"{known}"))}. Change a size, or give one as -1 to infer it.");
    }
}
