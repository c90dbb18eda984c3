using System.Text.Json;
using static TorchSharp.torch;

namespace Kiln.Weights.Tests;

/// <summary>What pytorch_files.py says of the files it wrote.</summary>
internal static class GoldenFile
{
    private static readonly Lazy<JsonDocument> Json = new(() => JsonDocument.Parse(File.ReadAllBytes(Path("pytorch_files.json"))));

    public static JsonElement Of(string name) => Json.Value.RootElement.GetProperty(name);

    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "golden", name);

    public static double[] Values(JsonElement tensor) => [.. tensor.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];

    public static long[] Shape(JsonElement tensor) => [.. tensor.GetProperty("shape").EnumerateArray().Select(value => value.GetInt64())];

    public static void AssertEqual(JsonElement expected, Tensor actual)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(Shape(expected), actual.shape);
        Assert.Equal(expected.GetProperty("dtype").GetString(), Name(actual.dtype));
        Assert.Equal(Values(expected), Numbers(actual));
    }

    public static double[] Numbers(Tensor tensor)
    {
        using var scope = NewDisposeScope();
        var whole = tensor.detach().contiguous();
        return tensor.dtype switch
        {
            ScalarType.ComplexFloat32 => [.. System.Runtime.InteropServices.MemoryMarshal.Cast<byte, float>(whole.bytes).ToArray().Select(part => (double)part)],
            ScalarType.ComplexFloat64 => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, double>(whole.bytes).ToArray(),
            _ => whole.to_type(ScalarType.Float64).data<double>().ToArray(),
        };
    }

    private static string Name(ScalarType type) => type switch
    {
        ScalarType.Byte => "uint8",
        ScalarType.ComplexFloat32 => "complex64",
        ScalarType.ComplexFloat64 => "complex128",
        _ => type.ToString().ToLowerInvariant(),
    };
}
