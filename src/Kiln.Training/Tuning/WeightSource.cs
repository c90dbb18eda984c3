using Kiln.Weights;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Where the first weights of a run come from.</summary>
/// <param name="Name">For remarks: "run 3f2a", a path.</param>
/// <param name="Read">Reads the tensors by name; they are freed after use.</param>
public sealed record WeightSource(string Name, Func<IReadOnlyDictionary<string, Tensor>> Read)
{
    /// <summary>A safetensors file or one of Python's torch.save.</summary>
    /// <param name="path">The file.</param>
    public static WeightSource File(string path) => new(path, () => StateDict.Load(path));
}
