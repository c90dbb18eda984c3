using System.Globalization;
using Kiln.Search;

namespace Kiln;

/// <summary>A study as it stands: when a search returns, or as the store has it.</summary>
public sealed record StudyResult
{
    /// <summary>What is searched, and by what.</summary>
    public required StudyFacts Facts { get; init; }

    /// <summary>Name of the study.</summary>
    public string Study => Facts.Name;

    /// <summary>Name of the model.</summary>
    public string Model => Facts.Model;

    /// <summary>What trials were judged by; of several metrics the first.</summary>
    public string Metric => Facts.Metric;

    /// <summary>Whether the metric is to be large.</summary>
    public bool Maximize => Facts.Maximize;

    /// <summary>Trials the study was to have, as far as that is known.</summary>
    public int TrialsPlanned { get; init; }

    /// <summary>All trials that have ended, in the order of their numbers.</summary>
    public required IReadOnlyList<TrialRow> Trials { get; init; }

    /// <summary>Runs of the study that are being trained.</summary>
    public IReadOnlyList<TrialUnderWay> UnderWay { get; init; } = [];

    /// <summary>The best trial; null when none has finished.</summary>
    public TrialRow? Best => TrialRanking.Ranked(Trials, Facts).FirstOrDefault();

    /// <summary>The trials with a value that keep all limits, the best first, of equals the one better in the next metric, at last the earliest.</summary>
    public IReadOnlyList<TrialRow> Ranked => [.. TrialRanking.Ranked(Trials, Facts)];

    /// <summary>With several metrics: the trials that none beats in all of them. Empty with one.</summary>
    public IReadOnlyList<TrialRow> Front => TrialRanking.Front(Trials, Facts);

    /// <summary>Of a population: the trials whose training led to the best one, the first one first and the best last. Else empty.</summary>
    public IReadOnlyList<TrialRow> Lineage => Best is { Origin: not null, Finished: { } best }
        ? [.. best.LineageIn(Trials.Select(trial => trial.Finished).OfType<FinishedTrial>()).Select(trial => Trials.First(row => row.Number == trial.Number))]
        : [];

    /// <summary>Whether trials went on from each other: their values then tell how far they came, not what each one's settings are worth.</summary>
    internal bool IsPopulation => Trials.Any(trial => trial.Origin is not null);

    /// <summary>The winner, trained again with a fresh seed and measured once on the test split; null where that was not done.</summary>
    public required Run? Winner { get; init; }

    /// <summary>Remarks.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Its pictures.</summary>
    public StudyCharts Charts => new(this);

    /// <summary>Name, number of trials, best value.</summary>
    public override string ToString() => $"study {Study}: {Trials.Count} trials, best {Metric} {Best?.Value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "none"}";
}
