using System.Globalization;
using System.Text.Json;
using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>What an exported file says of its model besides the weights.</summary>
internal static class ExportFacts
{
    /// <summary>Texts by name; those of the data are missing where it is not known.</summary>
    public static IReadOnlyDictionary<string, string> Of(RunRecord run, DataSet? data)
    {
        var facts = new Dictionary<string, string>
        {
            ["run"] = run.Id,
            ["model"] = run.ModelName,
            ["model_hash"] = run.ModelHash,
            ["data"] = run.DataName,
        };
        if (run.BestEpoch is { } epoch) facts["epoch"] = epoch.ToString(CultureInfo.InvariantCulture);
        if (data is null) return facts;
        facts["input_shape"] = JsonSerializer.Serialize(data.InputShape);
        facts["target_names"] = JsonSerializer.Serialize(data.TargetNames);
        if (data.IsTokens) return facts;
        facts["scaling"] = JsonSerializer.Serialize(new { white = data.Scaling.White, mean = data.Scaling.Mean, deviation = data.Scaling.Deviation });
        return facts;
    }
}
