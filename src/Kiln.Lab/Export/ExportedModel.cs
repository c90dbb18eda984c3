namespace Kiln;

/// <summary>A model in a file for other programs.</summary>
public sealed record ExportedModel
{
    /// <summary>The run it is of.</summary>
    public required string RunId { get; init; }

    /// <summary>The model's name.</summary>
    public required string ModelName { get; init; }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary><c>safetensors</c> or <c>onnx</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Size of the file in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>SHA-256 of the file, in hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Lines of Python that load it, with the package they need.</summary>
    public required string Python { get; init; }

    /// <summary>Lines that need PyTorch alone, where <see cref="Python"/> needs another package that not every machine has; null where there are none.</summary>
    public string? PythonWithTorchAlone { get; init; }

    /// <summary>Path, format and size.</summary>
    public override string ToString() => FormattableString.Invariant($"{Path}: {ModelName} of run {RunId} as {Format}, {Bytes} bytes");
}
