using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;

namespace Kiln.Runs;

/// <summary>A run from what TensorBoard has of it.</summary>
/// <remarks>
/// What Kiln wrote has its row as a text, metrics by epoch under <c>epoch/</c>, by batch under <c>batch/</c>. Other programs write
/// curves over steps of their own: up to <see cref="StepCurve.Capacity"/> steps are taken in as epochs, all values as they
/// are (counted from 1 where theirs begin at 0); longer curves become steps. Values are 32-bit floats there.
/// </remarks>
internal static class TensorBoardRun
{
    /// <summary>The text that has the run's row, as <c>run.json</c> has it.</summary>
    private const string RowTag = "kiln/text_summary";

    private const string EpochPrefix = "epoch/", BatchPrefix = "batch/", FinalPrefix = "final/";

    public static RecordedRun Of(string name, EventFolder events)
    {
        var isOurs = events.Scalars.Any(point => point.Tag.StartsWith(EpochPrefix, StringComparison.Ordinal));
        var begun = events.Scalars.Count > 0 ? events.Scalars.Min(point => point.WallTime) : 0;
        var run = Row(events) ?? Foreign(name, events, begun);
        var recorded = isOurs
            ? new RecordedRun(run, Epochs(Under(EpochPrefix, events), 0, run, begun)) { Steps = Steps([.. Under(BatchPrefix, events)]) }
            : ByStep(run, events, begun);
        return run.Metrics.Count > 0 ? recorded : recorded with { Run = run with { Metrics = Last(isOurs ? [.. Under(EpochPrefix, events), .. Under(FinalPrefix, events)] : events.Scalars) } };
    }

    private static RunRecord? Row(EventFolder events)
    {
        if (!events.Texts.TryGetValue(RowTag, out var text)) return null;
        try
        {
            // In a block of Markdown, so that TensorBoard shows it as it is.
            using var json = JsonDocument.Parse(text[text.IndexOf('{')..(text.LastIndexOf('}') + 1)]);
            return RunJson.ReadRun(json.RootElement);
        }
        catch (Exception error) when (error is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            // Another program's text of that name.
            return null;
        }
    }

    private static RunRecord Foreign(string name, EventFolder events, double begun) => new()
    {
        Id = "tb" + Convert.ToHexStringLower(SHA256.HashData(events.Mark).AsSpan(0, 5)),
        Name = name,
        Kind = RunRecord.Imported,
        Status = events.HasFailed ? RunStatus.Failed : RunStatus.Finished,
        Parameters = events.Hyperparameters.ToImmutableSortedDictionary(StringComparer.Ordinal),
        CreatedAt = Time(begun),
        EndedAt = Time(events.Scalars.Count > 0 ? events.Scalars.Max(point => point.WallTime) : begun),
    };

    private static RecordedRun ByStep(RunRecord run, EventFolder events, double begun)
    {
        var steps = events.Scalars.Select(point => point.Step).Distinct().ToList();
        if (steps.Count > StepCurve.Capacity || steps.Any(step => step is < 0 or >= int.MaxValue))
            return new RecordedRun(run, []) { Steps = Steps(events.Scalars) };
        return new RecordedRun(run, Epochs(events.Scalars, steps.Contains(0) ? 1 : 0, run, begun));
    }

    private static ImmutableArray<EpochRecord> Epochs(IEnumerable<ScalarEvent> points, int shift, RunRecord run, double begun) =>
    [
        .. points.GroupBy(point => (int)point.Step + shift).OrderBy(epoch => epoch.Key).Select(epoch => new EpochRecord(
            epoch.Key, TimeSpan.FromSeconds(Math.Max(0, epoch.Max(point => point.WallTime) - begun)), Last([.. epoch]), IsBest: epoch.Key == run.BestEpoch)),
    ];

    private static StepCurve Steps(IReadOnlyList<ScalarEvent> points)
    {
        ImmutableArray<string> names = [.. points.Select(point => point.Tag).Distinct()];
        return new(names, [.. points.GroupBy(point => point.Step).OrderBy(step => step.Key).Select(step =>
        {
            var last = Last([.. step]);
            return new StepPoint(1, step.Key, 1, [.. names.Select(name => last.GetValueOrDefault(name, double.NaN))]);
        })]);
    }

    // A run that went on may have written a step twice: what was written later counts.
    private static ImmutableSortedDictionary<string, double> Last(IReadOnlyList<ScalarEvent> points)
    {
        var values = ImmutableSortedDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        foreach (var point in points) values[point.Tag] = point.Value;
        return values.ToImmutable();
    }

    private static IEnumerable<ScalarEvent> Under(string prefix, EventFolder events) => events.Scalars
        .Where(point => point.Tag.StartsWith(prefix, StringComparison.Ordinal)).Select(point => point with { Tag = point.Tag[prefix.Length..] });

    private static DateTimeOffset Time(double seconds) => DateTimeOffset.UnixEpoch.AddSeconds(Math.Clamp(seconds, 0, 1e11));
}
