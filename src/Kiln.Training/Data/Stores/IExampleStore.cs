using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>The inputs, or the targets, of all examples, in whatever form they are kept; several threads may read it at once.</summary>
internal interface IExampleStore : IDisposable
{
    /// <summary>Whether a batch costs more than copying: then it is prepared ahead on another thread.</summary>
    bool IsWork { get; }

    /// <summary>(B, *) those of some rows, scaled; belongs to the caller's dispose scope.</summary>
    Tensor Rows(Tensor rows);

    /// <summary>Writes the scaled values of one example: bytes of float32, or of int64 tokens.</summary>
    void CopyTo(long row, Span<byte> values);
}
