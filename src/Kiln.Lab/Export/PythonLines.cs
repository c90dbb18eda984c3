using System.Collections.Immutable;
using System.Globalization;
using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln;

/// <summary>Lines of Python that load an exported file.</summary>
internal static class PythonLines
{
    // Longer lists of numbers stand in the file only.
    private const int MostChannels = 4;

    private static readonly Dictionary<ScalarType, (string File, string Torch)> Types = new()
    {
        [ScalarType.Float64] = ("F64", "float64"),
        [ScalarType.Float32] = ("F32", "float32"),
        [ScalarType.Float16] = ("F16", "float16"),
        [ScalarType.BFloat16] = ("BF16", "bfloat16"),
        [ScalarType.Int64] = ("I64", "int64"),
        [ScalarType.Int32] = ("I32", "int32"),
        [ScalarType.Int16] = ("I16", "int16"),
        [ScalarType.Int8] = ("I8", "int8"),
        [ScalarType.Byte] = ("U8", "uint8"),
        [ScalarType.Bool] = ("BOOL", "bool"),
    };

    /// <summary>By the package of the format.</summary>
    public static string Safetensors(string path) => $"""
        from safetensors.torch import load_file  # pip install safetensors
        weights = load_file({Quoted(path)})
        model.load_state_dict(weights)
        """;

    /// <summary>By PyTorch alone: the format is a header of JSON and the values behind it.</summary>
    public static string TorchAlone(string path, IEnumerable<Tensor> tensors)
    {
        var types = tensors.Select(tensor => Types[tensor.dtype]).Distinct().Order().Select(type => $"\"{type.File}\": torch.{type.Torch}");
        return $$"""
            import json, math, torch
            file = bytearray(open({{Quoted(path)}}, "rb").read())
            start = 8 + int.from_bytes(file[:8], "little")
            header = json.loads(file[8:start])
            types = {{{string.Join(", ", types)}}}
            weights = {name: torch.frombuffer(file, dtype=types[entry["dtype"]], count=math.prod(entry["shape"]),
                                              offset=start + entry["data_offsets"][0]).reshape(entry["shape"])
                       for name, entry in header.items() if name != "__metadata__"}
            model.load_state_dict(weights)
            """;
    }

    /// <summary>By ONNX Runtime.</summary>
    public static string Onnx(string path, DataSet data, bool rawInputs)
    {
        var shape = string.Join(", ", data.InputShape.Prepend(1));
        return OnnxOf(path, $"numpy.zeros(({shape}), numpy.{(data.IsTokens ? "int64" : "float32")}){InputNote(data, rawInputs)}");
    }

    /// <summary>By ONNX Runtime: a generator, which makes examples of noise.</summary>
    public static string OnnxOfNoise(string path, long noise) =>
        OnnxOf(path, Invariant($"numpy.random.randn(1, {noise}).astype(numpy.float32)  # noise; the output is an example, scaled as in training"));

    private static string OnnxOf(string path, string input) => $$"""
        import numpy, onnxruntime  # pip install onnxruntime
        session = onnxruntime.InferenceSession({{Quoted(path)}})
        x = {{input}}
        output, = session.run(None, {"input": x})
        """;

    private static string InputNote(DataSet data, bool rawInputs)
    {
        if (data.IsTokens) return "  # numbers of tokens";
        if (rawInputs) return data.IsImage ? Invariant($"  # pixels, 0..{data.Scaling.White}") : "  # values as they are in the table";
        var raw = data.Scaling.White == 1 ? "raw" : Invariant($"raw / {data.Scaling.White}");
        return data.Scaling.Mean.Length <= MostChannels
            ? $"  # ({raw} - {Numbers(data.Scaling.Mean)}) / {Numbers(data.Scaling.Deviation)}"
            : $"  # ({raw} - mean) / deviation, which stand in the file's metadata under scaling";
    }

    private static string Numbers(ImmutableArray<double> values)
    {
        var words = values.Select(value => value.ToString("0.######", CultureInfo.InvariantCulture));
        return values.Length == 1 ? words.First() : $"[{string.Join(", ", words)}]";
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static string Quoted(string path) => $"\"{path.Replace("\\", "\\\\").Replace("\"", "\\\"")}\"";
}
