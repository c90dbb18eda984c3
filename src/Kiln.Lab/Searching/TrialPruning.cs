using System.Globalization;
using Kiln.Runs;
using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>Asks the study after each epoch of a trial whether the rest is worth its time. Called on the training thread.</summary>
internal sealed class TrialPruning(Study study, Trial trial, int epochs)
{
    private int _reported;

    /// <summary>Why the trial is to end now, in words; null to go on.</summary>
    public string? Why(IReadOnlyList<EpochEnded> ended)
    {
        try
        {
            foreach (var epoch in ended.Where(epoch => epoch.Epoch > _reported))
                // The recorder writes the epoch itself.
                study.Report(trial, _reported = epoch.Epoch, ValueIn(epoch), isRecorded: true);
            return study.ShouldPrune(trial) ? Words(ended[^1]) : null;
        }
        catch (RunStoreException)
        {
            // A store that fails ends no training: the trial goes on, and is asked about after its next epoch.
            return null;
        }
    }

    private double ValueIn(EpochEnded epoch) => epoch.Metrics.TryGetValue(study.Definition.Metric, out var value) ? value : double.NaN;

    private string Words(EpochEnded last) => string.Create(
        CultureInfo.InvariantCulture, $"{study.Definition.Pruner!.Name} ended it after epoch {last.Epoch} of {epochs}, where {study.Definition.Metric} was {ValueIn(last):0.####}");
}
