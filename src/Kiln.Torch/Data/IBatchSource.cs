namespace TorchSharp;

/// <summary>The batches of one pass, in order.</summary>
internal interface IBatchSource<S> : IDisposable
{
    /// <summary>The next batch, which the caller disposes; null at the end.</summary>
    MadeBatch<S>? Take();

    /// <summary>Tells workers to stop without waiting for them.</summary>
    void Stop();
}
