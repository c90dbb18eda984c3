using System.Globalization;
using System.Text.Json;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests;

/// <summary>A fixture that a script of Python's PyTorch wrote; it lies in golden/ beside the script.</summary>
internal static class GoldenFile
{
    public static IReadOnlyDictionary<string, JsonElement> Read(string name)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "golden", name));
        return JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(stream)!;
    }

    public static Tensor? ToTensor(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null) return null;
        var shape = json.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64()).ToArray();
        var data = json.GetProperty("data").EnumerateArray();
        return json.GetProperty("type").GetString() switch
        {
            "float32" => tensor(data.Select(d => (float)Real(d)).ToArray(), shape),
            "float64" => tensor(data.Select(Real).ToArray(), shape),
            "int64" => tensor(data.Select(d => d.GetInt64()).ToArray(), shape),
            "int32" => tensor(data.Select(d => d.GetInt32()).ToArray(), shape),
            "bool" => tensor(data.Select(d => d.GetBoolean()).ToArray(), shape),
            var other => throw new InvalidDataException($"The fixture holds elements of type {other}, which this reader does not know."),
        };
    }

    /// <summary>A number; JSON has words for those that are not finite.</summary>
    private static double Real(JsonElement number) =>
        number.ValueKind == JsonValueKind.String ? double.Parse(number.GetString()!, CultureInfo.InvariantCulture) : number.GetDouble();
}
