using System.Text.Json;

namespace Kiln;

/// <summary>The settings in which arms differ.</summary>
internal static class ConfigurationDiff
{
    /// <summary>Compares model, hyperparameters and training options; the names of options are those that a line takes. Seeds are shared and left out.</summary>
    public static IReadOnlyList<ConfigurationDifference> Between(IReadOnlyList<ArmRuns> arms)
    {
        var settings = arms.Select(Settings).ToList();
        return [.. settings.SelectMany(one => one.Keys).Distinct().Order(StringComparer.Ordinal)
            .Select(key => new ConfigurationDifference(key, [.. settings.Select(one => one.GetValueOrDefault(key, "–"))]))
            .Where(difference => difference.Values.Distinct().Count() > 1)];
    }

    private static Dictionary<string, string> Settings(ArmRuns arm)
    {
        var settings = new Dictionary<string, string> { ["model"] = arm.Source.Model?.Name ?? arm.Source.Run!.ModelName };
        // What a run was built with says more than what it was given: it has the defaults, too.
        var built = arm.Over(arm.Seeds.Take(1)).FirstOrDefault()?.Hyperparameters;
        foreach (var (name, value) in built is { Count: > 0 } ? built : arm.Parameters) settings["hp." + name] = value;
        using var options = JsonSerializer.SerializeToDocument(arm.Train);
        foreach (var option in options.RootElement.EnumerateObject())
            if (option.Name != "Seed")
                settings[JsonNamingPolicy.KebabCaseLower.ConvertName(option.Name)] = option.Value.ValueKind == JsonValueKind.Null ? "–" : option.Value.ToString();
        return settings;
    }
}
