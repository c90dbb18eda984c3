using Kiln.Weights;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Everything that continues a run bit for bit: weights, optimiser, random state, history.</summary>
/// <param name="State">The text part.</param>
/// <param name="Weights">The module's tensors after the state's epoch.</param>
/// <param name="Optimizer">The optimiser's memory, by the names of <see cref="OptimizerTensors"/>.</param>
/// <param name="Random">State of torch's default generator, which dropout draws from.</param>
internal sealed record Checkpoint(CheckpointState State, WeightSnapshot Weights, Dictionary<string, Tensor> Optimizer, Tensor Random)
{
    private const string WeightPrefix = "model.";
    private const string OptimizerPrefix = "optimizer.";
    private const string RandomKey = "random.state";

    /// <summary>The tensors under the names they have in the file.</summary>
    public Dictionary<string, Tensor> ToTensors()
    {
        var tensors = new Dictionary<string, Tensor> { [RandomKey] = Random };
        foreach ((string name, Tensor value) in Weights.Tensors) tensors[WeightPrefix + name] = value;
        foreach ((string name, Tensor value) in Optimizer) tensors[OptimizerPrefix + name] = value;
        return tensors;
    }

    /// <summary>Takes over the tensors of a file.</summary>
    public static Checkpoint Of(CheckpointState state, IReadOnlyDictionary<string, Tensor> tensors) =>
        new(state, WeightSnapshot.From(state.Epoch, WithPrefix(tensors, WeightPrefix)), WithPrefix(tensors, OptimizerPrefix), tensors[RandomKey]);

    private static Dictionary<string, Tensor> WithPrefix(IReadOnlyDictionary<string, Tensor> tensors, string prefix) => tensors
        .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(entry => entry.Key[prefix.Length..], entry => entry.Value);

    /// <summary>Frees what only the file needed; the weights live on in the run.</summary>
    public void DisposeAllButWeights()
    {
        foreach (Tensor tensor in Optimizer.Values) tensor.Dispose();
        Random.Dispose();
    }
}
