using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>A copy of a module's parameters and buffers, outside every dispose scope.</summary>
internal sealed class WeightSnapshot : IDisposable
{
    private WeightSnapshot(int epoch, Dictionary<string, Tensor> tensors)
    {
        Epoch = epoch;
        Tensors = tensors;
    }

    /// <summary>The epoch after which it was taken.</summary>
    public int Epoch { get; }

    public Dictionary<string, Tensor> Tensors { get; }

    public static WeightSnapshot Of(nn.Module module, int epoch)
    {
        using var noGrad = no_grad();
        return new WeightSnapshot(epoch, module.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone().DetachFromDisposeScope()));
    }

    /// <summary>Takes over tensors that were read from a file.</summary>
    public static WeightSnapshot From(int epoch, IEnumerable<KeyValuePair<string, Tensor>> tensors) =>
        new(epoch, tensors.ToDictionary(entry => entry.Key, entry => entry.Value.DetachFromDisposeScope()));

    public void CopyTo(nn.Module module) => module.load_state_dict(Tensors);

    public void Dispose()
    {
        foreach (Tensor tensor in Tensors.Values) tensor.Dispose();
    }
}
