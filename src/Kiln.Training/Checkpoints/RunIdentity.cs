using System.Collections.Immutable;
using System.Globalization;

namespace Kiln.Training;

/// <summary>What must be equal for a run to continue from a checkpoint.</summary>
internal sealed record RunIdentity
{
    public required string ModelName { get; init; }

    public required string ModelHash { get; init; }

    public required string DataName { get; init; }

    public required string DataFingerprint { get; init; }

    public required TrainOptions Options { get; init; }

    public required ImmutableSortedDictionary<string, string> Hyperparameters { get; init; }

    public static RunIdentity Of(TrainingJob job, IEnumerable<Hyperparameter> hyperparameters) => new()
    {
        ModelName = job.Model.Name,
        ModelHash = job.Model.Hash,
        DataName = job.Data.Name,
        DataFingerprint = job.Data.Fingerprint,
        Options = job.Options.WithoutLength(),
        Hyperparameters = hyperparameters.ToImmutableSortedDictionary(hp => hp.Name, hp => hp.Value, StringComparer.Ordinal),
    };

    /// <summary>What differs, in words, from the checkpoint's side to this run's; empty when nothing does.</summary>
    public static IReadOnlyList<string> Differences(RunIdentity saved, RunIdentity now)
    {
        var differences = new List<string>();
        if (saved.ModelHash != now.ModelHash)
            differences.Add($"the definition of model '{saved.ModelName}' has changed ({saved.ModelHash[..8]}, now {now.ModelHash[..8]})");
        if (saved.DataFingerprint != now.DataFingerprint)
            differences.Add($"the data differ ('{saved.DataName}' {saved.DataFingerprint[..8]}, now '{now.DataName}' {now.DataFingerprint[..8]})");
        IReadOnlyList<(string Name, string Value)> then = OptionTexts(saved.Options), today = OptionTexts(now.Options);
        for (int i = 0; i < then.Count; i++)
        {
            if (then[i] != today[i])
                differences.Add($"option {then[i].Name} was {then[i].Value}, now {today[i].Value}");
        }
        foreach (string name in saved.Hyperparameters.Keys.Union(now.Hyperparameters.Keys).Order(StringComparer.Ordinal))
        {
            string before = saved.Hyperparameters.GetValueOrDefault(name, "absent"), after = now.Hyperparameters.GetValueOrDefault(name, "absent");
            if (before != after)
                differences.Add($"hyperparameter {name} was {before}, now {after}");
        }
        return differences;
    }

    private static IReadOnlyList<(string Name, string Value)> OptionTexts(TrainOptions options) =>
        [.. typeof(TrainOptions).GetProperties().Select(p => (p.Name, Convert.ToString(p.GetValue(options), CultureInfo.InvariantCulture) ?? "none"))];
}
