using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// Gives outputs to the meters several batches at a time: measuring takes a handful of small operators, which for a small network
/// would be a twentieth of the step. Belongs to the dispose scope around the batches'.
/// </summary>
internal sealed class OutputBuffer(Meters meters)
{
    private const int MostBatches = 64;
    // Batches that wait are joined now and then: the number of living tensors must not grow with them.
    private const int MostTensors = 8;
    // Outputs of a language model are large, and joining them would cost more than it saves.
    private const long MostNumbers = 1 << 15;

    private readonly List<Tensor> _outputs = [], _targets = [];
    private long _numbers;
    private int _batches;

    /// <summary>Takes in a batch.</summary>
    public void Add(Tensor output, Tensor targets)
    {
        if (meters.AreQuickFor(output, targets))
        {
            meters.Add(output, targets);
            return;
        }
        using var noGrad = no_grad();
        _numbers += output.numel();
        if (_outputs.Count == 0 && _numbers > MostNumbers)
        {
            meters.Add(output.detach(), targets);
            _numbers = 0;
            return;
        }
        _outputs.Add(output.detach().MoveToOuterDisposeScope());
        _targets.Add(targets.MoveToOuterDisposeScope());
        _batches++;
        if (_batches == MostBatches || _numbers > MostNumbers)
        {
            Flush();
            return;
        }
        if (_outputs.Count <= MostTensors) return;
        Join(_outputs);
        Join(_targets);
    }

    /// <summary>Gives the meters what is left.</summary>
    public void Flush()
    {
        if (_outputs.Count == 0) return;
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        meters.Add(cat(_outputs), cat(_targets));
        foreach (Tensor held in _outputs.Concat(_targets)) held.Dispose();
        _outputs.Clear();
        _targets.Clear();
        (_numbers, _batches) = (0, 0);
    }

    private static void Join(List<Tensor> held)
    {
        Tensor joined = cat(held).MoveToOuterDisposeScope();
        foreach (Tensor part in held) part.Dispose();
        held.Clear();
        held.Add(joined);
    }
}
