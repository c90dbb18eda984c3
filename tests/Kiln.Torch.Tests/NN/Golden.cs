using System.Text.Json;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.NN;

/// <summary>Reads the values that python3-torch wrote; the scripts stand beside the files.</summary>
internal static class Golden
{
    public static JsonElement File(string folder, string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, folder, "golden", name);
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
        return document.RootElement.Clone();
    }

    public static Tensor Tensor(JsonElement element, bool integers = false)
    {
        var shape = element.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
        return integers
            ? tensor(element.GetProperty("data").EnumerateArray().Select(value => (long)value.GetDouble()).ToArray()).reshape(shape)
            : tensor(Floats(element.GetProperty("data"))).reshape(shape);
    }

    public static float[] Floats(JsonElement element) => element.EnumerateArray().Select(value => (float)value.GetDouble()).ToArray();

    /// <summary>Equal shapes, and values within a tolerance relative to the larger of 1 and the expected value.</summary>
    public static void Close(JsonElement expected, Tensor actual, double tolerance, string what)
    {
        var shape = expected.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
        Assert.True(shape.AsSpan().SequenceEqual(actual.shape), $"{what}: expected shape [{string.Join(", ", shape)}], got [{string.Join(", ", actual.shape)}]");
        Close(Floats(expected.GetProperty("data")), actual, tolerance, what);
    }

    public static void Close(float[] expected, Tensor actual, double tolerance, string what)
    {
        var values = actual.detach().to_type(ScalarType.Float32).contiguous().data<float>().ToArray();
        Assert.Equal(expected.Length, values.Length);
        for (int i = 0; i < values.Length; i++)
            Assert.True(Math.Abs(expected[i] - values[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])), $"{what}[{i}]: expected {expected[i]:R}, got {values[i]:R}");
    }
}
