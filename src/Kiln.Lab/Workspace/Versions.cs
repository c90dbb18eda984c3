using System.Text.Json;

namespace Kiln;

/// <summary>What a run was trained with, kept in its row so that a difference can be explained later.</summary>
internal static class Versions
{
    /// <summary>Version of Kiln.</summary>
    public static string Kiln { get; } = typeof(Versions).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>Versions as a JSON object.</summary>
    public static string Json { get; } = JsonSerializer.Serialize(new SortedDictionary<string, string>
    {
        ["dotnet"] = Environment.Version.ToString(),
        ["kiln"] = Kiln,
        ["torch"] = TorchSharp.torch.__version__,
    }, LabJson.Default.SortedDictionaryStringString);
}
