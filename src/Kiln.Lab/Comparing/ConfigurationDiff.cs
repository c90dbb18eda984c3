using System.Text.Json;
using Kiln.Runs;

namespace Kiln;

/// <summary>The settings in which runs differ.</summary>
internal static class ConfigurationDiff
{
    /// <summary>Compares model, hyperparameters and training options; seeds are shared and left out.</summary>
    /// <param name="runs">One run of each arm.</param>
    public static IReadOnlyList<ConfigurationDifference> Between(IReadOnlyList<RunRecord> runs)
    {
        var settings = runs.Select(Settings).ToList();
        return [.. settings.SelectMany(one => one.Keys).Distinct().Order(StringComparer.Ordinal)
            .Select(key => new ConfigurationDifference(key, [.. settings.Select(one => one.GetValueOrDefault(key, "–"))]))
            .Where(difference => difference.Values.Distinct().Count() > 1)];
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
