using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>The weights that a run hands back, from the tensors of a checkpoint: averaged and merged, as its learner would do it.</summary>
internal static class FinalTensors
{
    /// <param name="tensors">What <see cref="Learner.Tensors"/> gave.</param>
    /// <returns>Tensors by the names of the module's state dict.</returns>
    public static Dictionary<string, Tensor> Of(IReadOnlyDictionary<string, Tensor> tensors)
    {
        using var noGrad = no_grad();
        Dictionary<string, Tensor> weights = TensorNames.After("model.", tensors), matrices = TensorNames.After("lora.", tensors);
        foreach ((string name, Tensor average) in TensorNames.After("average.", tensors))
            (weights.ContainsKey(name) ? weights : matrices)[name] = average;
        foreach (string down in matrices.Keys.Where(name => name.EndsWith(Lora.Down, StringComparison.Ordinal)))
        {
            string layer = down[..^Lora.Down.Length];
            weights[layer + ".weight"] = weights[layer + ".weight"].add(matrices[layer + Lora.Up].matmul(matrices[down]), alpha: LoraAdapter.Scale);
        }
        return weights;
    }
}
