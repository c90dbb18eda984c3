using System.Text.Json;

namespace Kiln.Training.Tests;

/// <summary>A fixture that a script of Python's PyTorch wrote; it lies in golden/ beside the script.</summary>
internal static class GoldenFile
{
    public static JsonElement Read(string path)
    {
        using FileStream stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, path));
        return JsonSerializer.Deserialize<JsonElement>(stream);
    }

    public static double[] Numbers(this JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetDouble())];
}
