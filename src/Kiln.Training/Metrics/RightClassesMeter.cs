using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Share of answers whose largest logit is the true class's.</summary>
/// <remarks>A small batch is counted here: the four operators that do the same take longer to call than a small network's loss.</remarks>
internal sealed class RightClassesMeter : MetricMeter
{
    // Beyond it libtorch's vectors and threads are the quicker ones.
    private const long MostNumbers = 1 << 13;

    private readonly Tensor _right = zeros(1, ScalarType.Int64);
    private long _counted, _count;

    public override double Value => _count == 0 ? double.NaN : (_counted + _right.item<long>()) / (double)_count;

    public override bool IsQuickFor(Tensor output, Tensor targets) =>
        output.ndim == 2 && output.dtype == ScalarType.Float32 && targets.ndim == 1 && targets.dtype == ScalarType.Int64
        && output.numel() <= MostNumbers && output.is_cpu() && output.is_contiguous() && targets.is_contiguous();

    public override void Add(Tensor output, Tensor targets)
    {
        if (IsQuickFor(output, targets))
        {
            ReadOnlySpan<long> truth = MemoryMarshal.Cast<byte, long>(targets.bytes);
            _counted += Right(MemoryMarshal.Cast<byte, float>(output.bytes), truth);
            _count += truth.Length;
            return;
        }
        Tensor classes = HardTargets.Of(targets);
        _right.add_(output.argmax(-1).eq(classes).sum());
        _count += classes.numel();
    }

    private static int Right(ReadOnlySpan<float> logits, ReadOnlySpan<long> truth)
    {
        int right = 0;
        int classes = truth.Length == 0 ? 0 : logits.Length / truth.Length;
        for (int i = 0; i < truth.Length; i++)
        {
            if (Largest(logits.Slice(i * classes, classes)) == truth[i]) right++;
        }
        return right;
    }

    // As argmax has it: the first one of equals, and what is not a number is larger than any.
    private static int Largest(ReadOnlySpan<float> row)
    {
        int at = 0;
        for (int k = 1; k < row.Length; k++)
        {
            if (row[k] > row[at] || (float.IsNaN(row[k]) && !float.IsNaN(row[at]))) at = k;
        }
        return at;
    }
}
