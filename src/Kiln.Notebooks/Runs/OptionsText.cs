using System.Globalization;
using System.Text.Json;
using Kiln.Runs;
using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>The training options of a stored run, in the words of a <c>#!train</c> line.</summary>
internal static class OptionsText
{
    private static readonly TrainOptions Defaults = new();

    /// <summary>Epochs that the run was asked for, or null where its row does not say.</summary>
    public static int? Epochs(RunRecord run) => Read(run)?.Epochs;

    /// <summary>Names of the metrics that the run was asked for; none where its task chose.</summary>
    public static IReadOnlyList<string> Metrics(RunRecord run) => Read(run)?.Metrics is { } names and not "auto"
        ? names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : [];

    /// <summary>The line that trains the run again.</summary>
    public static string TrainLine(RunRecord run)
    {
        var words = new List<string> { "#!train", Quoted(run.ModelName), "--data", Quoted(run.DataName) };
        if (Read(run) is { } options) words.AddRange(Changed(options, DataBatch.Of(run.DataName)));
        if (run.Seed != 0) words.Add(FormattableString.Invariant($"--seed {run.Seed}"));
        foreach (var (name, value) in run.Parameters) words.Add($"--hp {Quoted($"{name}={value}")}");
        return string.Join(' ', words);
    }

    /// <summary>Says how the run is trained again: by a line, where one line can.</summary>
    public static void PutAgain(Report report, RunRecord run)
    {
        if (run.ParentKind is RunRecord.Branch or RunRecord.Schedule)
            report.Aside($"No #!train line trains this again: {(run.ParentKind == RunRecord.Branch ? $"it went on from run {run.Parent}" : "its settings changed on the way")}. #!predict {run.Id} and #!export {run.Id} take its weights.");
        else report.Aside("The same again:").Code(TrainLine(run));
    }

    // The magic's options have the names of the record's properties.
    private static IEnumerable<string> Changed(TrainOptions options, int batch)
    {
        foreach (var option in CommandOption.Of(new TrainMagicOptions()))
        {
            if (option.Property.Name is nameof(TrainOptions.Seed) or nameof(TrainOptions.MaxTime) || typeof(TrainOptions).GetProperty(option.Property.Name) is not { } property) continue;
            var value = property.GetValue(options);
            var usual = property.Name == nameof(TrainOptions.Batch) ? batch : property.GetValue(Defaults);
            if (value is null || Equals(value, usual)) continue;
            yield return option.IsFlag ? option.Name : $"{option.Name} {Word(option, value)}";
        }
    }

    private static string Word(CommandOption option, object value) => value is int.MaxValue && option.NumberWord is { } word
        ? word
        : Quoted(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");

    /// <summary>The options; null where its row does not say them in words of this version.</summary>
    public static TrainOptions? Read(RunRecord run)
    {
        try
        {
            return JsonSerializer.Deserialize<TrainOptions>(run.OptionsJson);
        }
        catch (JsonException)
        {
            // A row of another version: its options are shown as they are stored, but not understood.
            return null;
        }
    }

    private static string Quoted(string word) => word.Any(char.IsWhiteSpace) ? $"\"{word}\"" : word;
}
