namespace Kiln.Notebooks;

/// <summary>Options of <c>#!export</c>.</summary>
internal sealed record ExportMagicOptions
{
    [Argument("RUN", "id, name or first letters of the id of a run", Names = NameKind.Run)]
    public string Run { get; init; } = "";

    [Argument("PATH", "the file to write", Names = NameKind.File, Endings = ".safetensors .onnx")]
    public string Path { get; init; } = "";

    [Option("safetensors holds the weights, onnx the whole model", OneOf = "safetensors onnx", Default = "what the file ends in")]
    public string? To { get; init; }

    [Option("let the onnx model scale its inputs itself, so that it takes raw pixels or table values")]
    public bool RawInputs { get; init; }
}

/// <summary><c>#!export</c>: writes a run's model for other programs.</summary>
internal sealed class ExportMagic : Command<ExportMagicOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!export";

    /// <inheritdoc/>
    public override string Summary => "writes the model of a run for Python and other programs";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!export 3f2a net.onnx --raw-inputs", "#!export 3f2a net.safetensors"];

    /// <inheritdoc/>
    protected override Task RunAsync(ExportMagicOptions options, MagicContext context)
    {
        var exported = Lab.Export(options.Run, options.Path, new ExportOptions { Format = options.To, RawInputs = options.RawInputs });
        context.Host.Display(ExportReport.Of(exported).ToBundle());
        return Task.CompletedTask;
    }
}
