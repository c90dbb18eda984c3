using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>What a safetensors file says of one tensor.</summary>
/// <seealso href="https://huggingface.co/docs/safetensors/index#format"/>
public sealed class SafetensorsEntry
{
    internal SafetensorsEntry(string name, Dtype dtype, long[] shape, long begin, long end)
    {
        Name = name;
        Kind = dtype;
        Shape = shape;
        Begin = begin;
        End = end;
    }

    /// <summary>The tensor's name, such as <c>conv1.weight</c>.</summary>
    public string Name { get; }

    /// <summary>The dtype by the format's name, such as <c>F32</c>.</summary>
    public string Dtype => Kind.Name;

    /// <summary>The dtype by libtorch's name, or null if libtorch has none and the values cannot be read.</summary>
    public ScalarType? Type => Kind.Type;

    /// <summary>The size of every dimension.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>How many bytes the values take.</summary>
    public long Bytes => End - Begin;

    internal Dtype Kind { get; }

    internal long Begin { get; }

    internal long End { get; }

    internal long[] Sizes => (long[])Shape;
}
