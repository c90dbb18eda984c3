namespace TorchSharp;

/// <summary>Makes each batch on the thread that asks for it.</summary>
internal sealed class BatchesOnDemand<T, S>(BatchMaker<T, S> maker, BatchIndices indices) : IBatchSource<S>
{
    public MadeBatch<S>? Take() => indices.Next() is { } batch ? maker.Make(batch, CancellationToken.None) : null;

    public void Stop()
    {
    }

    public void Dispose() => indices.Dispose();
}
