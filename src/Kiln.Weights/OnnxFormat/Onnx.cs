using Google.Protobuf;
using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>Writes modules as ONNX files, which other programs run without PyTorch.</summary>
/// <remarks>
/// Opset 17. One input (N, *) named <c>input</c> and one output (N, *) named <c>output</c>, N free; weights are initialisers under their
/// keys in the state dict, but those of recurrent networks, whose gates have another order in ONNX; dropout is left out and batch normalisation uses its running statistics, as in evaluation.
/// </remarks>
/// <seealso href="https://github.com/onnx/onnx/blob/v1.12.0/docs/IR.md"/>
public static class Onnx
{
    /// <summary>Name of the input.</summary>
    public const string Input = "input";

    /// <summary>Name of the output.</summary>
    public const string Output = "output";

    internal const long Examples = 2;

    /// <summary>Writes a module: the whole file or nothing.</summary>
    /// <param name="path">The file; one that exists is replaced once the new one is complete on the disk.</param>
    /// <param name="module">The module, made of layers that have a rule; its mode is the same afterwards.</param>
    /// <param name="options">The input's shape and more.</param>
    /// <exception cref="NotSupportedException">A layer cannot be written; the message names it and what to do.</exception>
    /// <exception cref="WeightsFileException">The disk is full or the folder cannot be written; a file of that name is as it was.</exception>
    public static void Save(string path, nn.Module<Tensor, Tensor> module, OnnxOptions options)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(options);
        using var scope = NewDisposeScope();
        using var off = no_grad();
        bool wasTraining = module.training;
        module.eval();
        try
        {
            var message = ModelOf(module, options);
            // Every length in a file is an int.
            if (message.Size > int.MaxValue)
                throw new NotSupportedException($"ONNX export: a file holds at most 2 GB, this model has {message.Size / 1e9:0.0} GB. Export it to safetensors.");
            AtomicFile.Write(path, file => WriteTo(file, message));
        }
        finally
        {
            module.train(wasTraining);
        }
    }

    private static ProtoMessage ModelOf(nn.Module<Tensor, Tensor> module, OnnxOptions options)
    {
        var graph = new OnnxGraph(OnnxLayers.Rules.Concat(options.Rules));
        var root = new OnnxScope(graph, "");
        var input = new OnnxValue(Input, zeros([Examples, .. options.InputShape], options.InputType));
        var output = root.Append("", module, Scaled(root, input, options));
        return OnnxSchema.Model(graph.ToMessage(options.Name, input, output, Output), Version, options.Metadata);
    }

    private static OnnxValue Scaled(OnnxScope root, OnnxValue input, OnnxOptions options)
    {
        if (options.Scaling is not var (mean, deviation)) return input;
        var centred = root.Node("Sub", [input, root.Weight("scaling.mean", PerChannel(mean, options))]);
        var scaled = root.Node("Div", [centred, root.Weight("scaling.deviation", PerChannel(deviation, options))]);
        return new OnnxValue(scaled.Name, input.Sample);
    }

    // (C) as (C, 1, 1), so that it meets the channels of (N, C, H, W).
    private static Tensor PerChannel(IReadOnlyList<double> values, OnnxOptions options) =>
        tensor(values.Select(value => (float)value).ToArray()).reshape([values.Count, .. options.InputShape.Skip(1).Select(_ => 1L)]);

    private static void WriteTo(Stream file, ProtoMessage message)
    {
        using var output = new CodedOutputStream(file, leaveOpen: true);
        message.WriteTo(output);
    }

    private static string Version => typeof(Onnx).Assembly.GetName().Version?.ToString(3) ?? "";
}
