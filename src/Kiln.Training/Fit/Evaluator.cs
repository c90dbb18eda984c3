using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Mean loss and accuracy over examples.</summary>
/// <param name="Loss">Mean cross entropy, in nats.</param>
/// <param name="Accuracy">Share of examples whose largest output is their class, 0..1.</param>
internal readonly record struct Score(double Loss, double Accuracy);

/// <summary>Measures a module on a split: evaluation mode, no gradients, large batches, interruptible between them.</summary>
internal sealed class Evaluator(DataSet data, StopCheck stop)
{
    private const int Batch = 1000;

    /// <summary>The score, or null when asked to stop (unless it is not <paramref name="stoppable"/>). The module's mode is evaluation afterwards.</summary>
    public Score? Measure(nn.Module<Tensor, Tensor> module, DataSplit split, bool stoppable = true)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        module.eval();
        Tensor indices = tensor(split.Indices.ToArray());
        double loss = 0;
        long correct = 0;
        for (int start = 0; start < split.Count; start += Batch)
        {
            if (stoppable && stop.MustStop()) return null;
            using var batchScope = NewDisposeScope();
            Tensor rows = indices.narrow(0, start, Math.Min(Batch, split.Count - start));
            Tensor targets = data.Targets.index_select(0, rows);
            Tensor output = module.call(data.Inputs.index_select(0, rows));
            loss += nn.functional.cross_entropy(output, targets, reduction: nn.Reduction.Sum).item<float>();
            correct += output.argmax(1).eq(targets).sum().item<long>();
        }
        return new Score(loss / split.Count, correct / (double)split.Count);
    }
}
