namespace TorchSharp;

/// <summary>A batch and what is freed with it.</summary>
internal sealed record MadeBatch<S>(S Value, IReadOnlyList<IDisposable> Owned) : IDisposable
{
    public void Dispose()
    {
        foreach (var disposable in Owned) disposable.Dispose();
    }
}
