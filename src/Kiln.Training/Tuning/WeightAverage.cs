using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// A running average of the trained weights: <c>a = d a + (1 - d) w</c> after every step. In the first steps
/// <c>d = min(decay, (1 + t) / (10 + t))</c>, so that the random start is soon forgotten (TensorFlow, ExponentialMovingAverage).
/// </summary>
internal sealed class WeightAverage : IDisposable
{
    private readonly double _decay;
    private readonly (string Name, Parameter Weight, Tensor Average)[] _weights;

    public WeightAverage(IEnumerable<(string Name, Parameter Weight)> weights, double decay)
    {
        using var noGrad = no_grad();
        _decay = decay;
        _weights = [.. weights.Select(entry => (entry.Name, entry.Weight, entry.Weight.detach().clone().DetachFromDisposeScope()))];
    }

    /// <summary>The averages by the weights' names.</summary>
    public IEnumerable<(string Name, Tensor Average)> Tensors => _weights.Select(entry => (entry.Name, entry.Average));

    /// <summary>Takes the weights in after a step, counted from 0.</summary>
    public void Take(long step)
    {
        using var noGrad = no_grad();
        double keep = Math.Min(_decay, (1.0 + step) / (10 + step));
        foreach ((_, Parameter weight, Tensor average) in _weights)
            average.mul_(keep).add_(weight, alpha: 1 - keep);
    }

    /// <summary>Exchanges weights and averages, bit for bit; a second call puts them back.</summary>
    public void Exchange()
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        foreach ((_, Parameter weight, Tensor average) in _weights)
        {
            Tensor held = weight.detach().clone();
            weight.copy_(average);
            average.copy_(held);
        }
    }

    /// <summary>Takes averages over from a checkpoint.</summary>
    public void Restore(IReadOnlyDictionary<string, Tensor> saved)
    {
        using var noGrad = no_grad();
        foreach ((string name, _, Tensor average) in _weights) average.copy_(saved[name]);
    }

    public void Dispose()
    {
        foreach ((_, _, Tensor average) in _weights) average.Dispose();
    }
}
