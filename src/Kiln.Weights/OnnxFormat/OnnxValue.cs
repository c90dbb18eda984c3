using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>What flows between the nodes of a graph: an input, a weight or the output of a node.</summary>
public sealed class OnnxValue
{
    private readonly Tensor? _sample;

    internal OnnxValue(string name, Tensor? sample = null) => (Name, _sample) = (name, sample);

    /// <summary>An optional input of an operator that is left out, before others that are not.</summary>
    public static OnnxValue None { get; } = new("");

    /// <summary>Its name in the file.</summary>
    public string Name { get; }

    /// <summary>What flows here for a batch of two examples of zeros: its shape decides how some layers are written.</summary>
    /// <exception cref="InvalidOperationException">The value is a step inside a layer, whose shape nobody has computed.</exception>
    internal Tensor Sample => _sample ?? throw new InvalidOperationException($"The shape of '{Name}' is not known: it is a step inside a layer.");

    /// <summary>The shape (N, *), with N = 2.</summary>
    public long[] Shape => Sample.shape;
}
