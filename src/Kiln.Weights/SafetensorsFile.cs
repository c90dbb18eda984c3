using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>What a safetensors file holds.</summary>
public sealed class SafetensorsFile : IDisposable
{
    internal SafetensorsFile(Dictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string> metadata)
    {
        Tensors = tensors;
        Metadata = metadata;
    }

    /// <summary>The tensors by name, on the CPU. <c>module.load_state_dict(file.Tensors)</c> copies them into a module.</summary>
    public Dictionary<string, Tensor> Tensors { get; }

    /// <summary>The texts in the header.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>Frees the tensors.</summary>
    public void Dispose()
    {
        foreach (var tensor in Tensors.Values) tensor.Dispose();
    }
}
