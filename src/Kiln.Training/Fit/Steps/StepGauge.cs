using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Measures one step over all weights that it moves: lengths of gradient, weights and change (Euclidean norms).</summary>
internal sealed class StepGauge
{
    private double _gradients, _weights, _changes;

    /// <summary>Length of the gradient before clipping.</summary>
    public double GradientNorm => Math.Sqrt(_gradients);

    /// <summary>Length of the weights before the step.</summary>
    public double WeightNorm => Math.Sqrt(_weights);

    /// <summary>Length of the change over that of the weights.</summary>
    public double UpdateRatio => _weights > 0 ? Math.Sqrt(_changes / _weights) : 0;

    /// <summary>Measures a step of one optimiser; several of them add up.</summary>
    public void Around(IReadOnlyList<Parameter> weights, Action step)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        // One long vector of each: a few large operators instead of many small ones.
        Tensor before = Joined(weights);
        Tensor[] gradients = [.. weights.Select(weight => weight.grad).OfType<Tensor>()];
        if (gradients.Length > 0) _gradients += Squared(Joined(gradients));
        step();
        _weights += Squared(before);
        _changes += Squared(Joined(weights).sub(before));
    }

    private static Tensor Joined(IEnumerable<Tensor> tensors) => cat([.. tensors.Select(tensor => tensor.flatten())]);

    private static double Squared(Tensor values) => values.dot(values).item<float>();
}
