using System.Text.Json;
using Kiln.Runs;

namespace Kiln;

/// <summary>The settings in which two runs differ.</summary>
internal static class ConfigurationDiff
{
    /// <summary>Compares model, hyperparameters and training options; seeds are shared and left out.</summary>
    public static IReadOnlyList<ConfigurationDifference> Between(RunRecord a, RunRecord b)
    {
        var settingsA = Settings(a);
        var settingsB = Settings(b);
        return [.. settingsA.Keys.Union(settingsB.Keys).Order(StringComparer.Ordinal)
            .Select(key => new ConfigurationDifference(key, settingsA.GetValueOrDefault(key, "–"), settingsB.GetValueOrDefault(key, "–")))
            .Where(difference => difference.A != difference.B)];
    }

    private static Dictionary<string, string> Settings(RunRecord run)
    {
        var settings = new Dictionary<string, string> { ["model"] = run.ModelName };
        foreach (var (name, value) in run.Parameters) settings["hp." + name] = value;
        using var options = JsonDocument.Parse(run.OptionsJson);
        foreach (var option in options.RootElement.EnumerateObject())
            if (option.Name != "Seed")
                settings[char.ToLowerInvariant(option.Name[0]) + option.Name[1..]] = option.Value.ToString();
        return settings;
    }
}
