using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>One line of a summary.</summary>
/// <param name="Name">Place in the module: the number of a layer, "3.1" inside a group, or the dotted name of a submodule.</param>
/// <param name="Kind">"Conv2d".</param>
/// <param name="OutputShape">Shape of one example after it, without N; null if it was not called through <c>call</c>.</param>
/// <param name="Parameters">Trainable numbers in it; those of a group stand with its layers.</param>
/// <param name="MultiplyAdds">Multiply-add operations for one example, of all that is a product of matrices: linear layers, convolutions, recurrent layers, attention.</param>
public sealed record SummaryRow(string Name, string Kind, ImmutableArray<long>? OutputShape, long Parameters, long MultiplyAdds)
{
    /// <summary>Numbers in it that are not trained. Default: 0.</summary>
    public long Frozen { get; init; }

    /// <summary>How many groups it stands in. Default: 0.</summary>
    public int Depth { get; init; }

    /// <summary>Whether it is the heading of a group, whose layers follow. Default: false.</summary>
    public bool IsGroup { get; init; }

    /// <summary>What distinguishes it from others of its kind: "5×5, stride 2" of a convolution. Default: empty.</summary>
    public string Detail { get; init; } = "";
}
