namespace Kiln.Training;

/// <summary>
/// The random numbers of a run, on its thread: a cell that draws while the run trains in the background does not shift them, and
/// the run does not shift those of cells.
/// </summary>
internal sealed class RunNumbers : IDisposable
{
#if TORCHSHARP
    // TorchSharp's package has one default generator for all threads: at least the run puts it back.
    private readonly RandomState _numbers = new();
#else
    private readonly TorchSharp.RandomStream _numbers = new();
#endif

    public void Dispose() => _numbers.Dispose();
}
