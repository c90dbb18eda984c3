using System.Collections.Immutable;

namespace Kiln.Training;

/// <summary>One part of a data set.</summary>
/// <param name="Name">"train", "validation" or "test".</param>
/// <param name="Indices">Which examples belong to it, ascending, as rows of <see cref="DataSet.Inputs"/>.</param>
/// <param name="ClassCounts">(K) examples of each class in it.</param>
public sealed record DataSplit(string Name, ImmutableArray<long> Indices, ImmutableArray<int> ClassCounts)
{
    /// <summary>The number of examples.</summary>
    public int Count => Indices.Length;
}
