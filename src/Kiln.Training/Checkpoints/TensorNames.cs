using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Names of tensors in a checkpoint: a prefix says whose they are.</summary>
internal static class TensorNames
{
    /// <summary>The tensors whose names begin with a prefix, without it.</summary>
    public static Dictionary<string, Tensor> After(string prefix, IReadOnlyDictionary<string, Tensor> tensors) => tensors
        .Where(entry => entry.Key.StartsWith(prefix, StringComparison.Ordinal))
        .ToDictionary(entry => entry.Key[prefix.Length..], entry => entry.Value, StringComparer.Ordinal);
}
