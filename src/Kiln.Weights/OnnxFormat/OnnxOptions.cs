using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>What an ONNX file says besides the module.</summary>
public sealed record OnnxOptions
{
    /// <summary>Shape of one example without N, for example (1, 28, 28). Required.</summary>
    public required long[] InputShape { get; init; }

    /// <summary>Element type of the input (default float32); token models take int64.</summary>
    public ScalarType InputType { get; init; } = ScalarType.Float32;

    /// <summary>Name of the graph (default "model").</summary>
    public string Name { get; init; } = "model";

    /// <summary>Subtracted from the input first, and what it is then divided by; a number for each entry of the first size of an example. Default: none.</summary>
    public (IReadOnlyList<double> Mean, IReadOnlyList<double> Deviation)? Scaling { get; init; }

    /// <summary>Texts to keep in the file; default: none.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>Rules for modules that are not of torch.nn; a rule for one that is replaces the built-in one. Default: none.</summary>
    public IEnumerable<OnnxRule> Rules { get; init; } = [];
}
