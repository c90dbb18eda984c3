using System.Collections.Immutable;
using System.Text.Json;
using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>What makes two runs the same run: definition, data, options and hyperparameters. The seed stands beside it.</summary>
internal sealed record RunIdentity(string ModelHash, string DataFingerprint, string OptionsJson, string ParametersText)
{
    /// <summary>The identity of a run that is about to start.</summary>
    public static RunIdentity Of(ModelDefinition model, DataSet data, TrainOptions options, IReadOnlyDictionary<string, string> parameters) =>
        new(model.Hash, data.Fingerprint, Canonical(options), Text(parameters));

    /// <summary>The identity of a stored run.</summary>
    public static RunIdentity Of(RunRecord run) =>
        new(run.ModelHash, run.DataFingerprint, Canonical(ReadOptions(run)), Text(run.Parameters));

    /// <summary>The options that a stored run was trained with.</summary>
    public static TrainOptions ReadOptions(RunRecord run) =>
        JsonSerializer.Deserialize<TrainOptions>(run.OptionsJson) ?? new TrainOptions();

    // Neither the seed nor (without a schedule that depends on it) the planned length changes what a run is: seeds make a group, and a longer plan continues it.
    private static string Canonical(TrainOptions options) => JsonSerializer.Serialize(options.WithoutLength() with { Seed = 0 }, LabJson.Default.TrainOptions);

    private static string Text(IReadOnlyDictionary<string, string> parameters) =>
        string.Join(' ', parameters.ToImmutableSortedDictionary(StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));
}
