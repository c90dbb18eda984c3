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

    /// <summary>The line that trains the run again.</summary>
    public static string TrainLine(RunRecord run)
    {
        var words = new List<string> { "#!train", Quoted(run.ModelName), "--data", Quoted(run.DataName) };
        if (Read(run) is { } options)
        {
            Add("--epochs", options.Epochs, Defaults.Epochs);
            Add("--batch", options.Batch, Defaults.Batch);
            Add("--lr", options.Lr, Defaults.Lr);
            Add("--optimizer", options.Optimizer, Defaults.Optimizer);
            Add("--momentum", options.Momentum, Defaults.Momentum);
            Add("--weight-decay", options.WeightDecay, Defaults.WeightDecay);
        }
        if (run.Seed != 0) words.Add(FormattableString.Invariant($"--seed {run.Seed}"));
        foreach (var (name, value) in run.Parameters) words.Add($"--hp {Quoted($"{name}={value}")}");
        return string.Join(' ', words);

        void Add<T>(string name, T value, T @default)
        {
            if (!Equals(value, @default)) words.Add(FormattableString.Invariant($"{name} {value}"));
        }
    }

    private static TrainOptions? Read(RunRecord run)
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
