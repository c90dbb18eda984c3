namespace Kiln;

/// <summary>How a run's model is exported.</summary>
public sealed record ExportOptions
{
    /// <summary><c>safetensors</c> (the weights by name) or <c>onnx</c> (weights and graph); default: what the file's name ends in.</summary>
    public string? Format { get; init; }

    /// <summary>
    /// Let the ONNX graph scale its inputs itself, so that it takes raw pixels or table values; default: false, it takes them scaled as
    /// in training. Safetensors files hold weights only and cannot.
    /// </summary>
    public bool RawInputs { get; init; }
}
