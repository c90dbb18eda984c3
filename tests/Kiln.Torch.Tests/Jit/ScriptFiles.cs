using System.Text.Json;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Jit;

/// <summary>The archives that scripts.py wrote, and what Python computed with them.</summary>
internal static class ScriptFiles
{
    private static readonly Lazy<Dictionary<string, JsonElement>> Golden =
        new(() => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllBytes(PathOf("scripts.json")))!);

    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Jit", "golden", name);

    public static Tensor Tensor(string name) => GoldenFile.ToTensor(Golden.Value[name])!;

    public static Dictionary<string, Tensor> Tensors(string name) =>
        Golden.Value[name].EnumerateObject().ToDictionary(entry => entry.Name, entry => GoldenFile.ToTensor(entry.Value)!);
}
