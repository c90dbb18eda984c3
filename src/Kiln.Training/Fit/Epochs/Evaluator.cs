using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>What a pass over a split came to.</summary>
/// <param name="Loss">Mean loss over the examples.</param>
/// <param name="Metrics">The metrics by name, in the order they were asked for.</param>
internal sealed record Score(double Loss, ImmutableArray<KeyValuePair<string, double>> Metrics);

/// <summary>Measures a module on a split: evaluation mode, no gradients, large batches.</summary>
internal sealed class Evaluator(DataSet data, Objective objective, StopCheck stop)
{
    private const int Size = 1000;

    /// <summary>The score, or null if somebody asked to stop.</summary>
    public Score? Measure(nn.Module<Tensor, Tensor> module, DataSplit split, bool stoppable = true)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        module.eval();
        Tensor indices = tensor(split.Indices.ToArray());
        Meters meters = objective.StartMeters(module);
        double loss = 0;
        for (int start = 0; start < split.Count; start += Size)
        {
            if (stoppable && stop.MustStop()) return null;
            using var batchScope = NewDisposeScope();
            int size = Math.Min(Size, split.Count - start);
            Batch batch = data.Gather(indices.narrow(0, start, size));
            loss += objective.LossOf(module, batch, out Tensor? output).item<float>() * (double)size;
            if (output is not null) meters.Add(output, batch.Targets);
        }
        return new Score(loss / split.Count, meters.Values());
    }
}
