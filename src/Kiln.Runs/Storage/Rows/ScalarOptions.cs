using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Kiln.Runs;

/// <summary>A value that runs may be filtered and sorted by: as text, and as a number where it is one.</summary>
internal readonly record struct ScalarOption(string Name, string Text)
{
    /// <summary>The number, or NaN.</summary>
    public double Number => double.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
}

/// <summary>A run's hyperparameters and scalar training options by name: <c>WeightDecay</c> of the options is <c>weight_decay</c>.</summary>
internal static class ScalarOptions
{
    /// <summary>All of them; a hyperparameter hides an option of the same name, and the seed is a column.</summary>
    public static List<ScalarOption> Of(RunRecord run)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in Options(run.OptionsJson))
            values[name] = value;
        foreach (var (name, value) in run.Hyperparameters.Concat(run.Parameters))
            values[name] = value;
        values.Remove("seed");
        return [.. values.Select(pair => new ScalarOption(pair.Key, pair.Value))];
    }

    private static IEnumerable<(string Name, string Value)> Options(string json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json);
        }
        catch (JsonException)
        {
            // The text is kept as it is; it only cannot be asked about.
            yield break;
        }
        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                yield break;
            foreach (var property in document.RootElement.EnumerateObject())
                if (Scalar(property.Value) is { } value)
                    yield return (Snake(property.Name), value);
        }
    }

    private static string? Scalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static string Snake(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }
}
