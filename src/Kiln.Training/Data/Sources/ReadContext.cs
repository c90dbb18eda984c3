namespace Kiln.Training;

/// <summary>What a source may need while it reads.</summary>
/// <param name="Files">Where files of built-in data sets lie.</param>
/// <param name="Seed">Seed of generated values.</param>
/// <param name="Cancel">Stops the reading.</param>
internal sealed record ReadContext(DataFiles Files, long Seed, CancellationToken Cancel)
{
    /// <summary>Bytes that inputs may take in memory.</summary>
    public long Budget { get; init; } = long.MaxValue;
}
