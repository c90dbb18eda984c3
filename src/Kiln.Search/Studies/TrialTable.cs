using System.Collections.Immutable;
using Kiln.Runs;

namespace Kiln.Search;

/// <summary>The trials of a study as this process knows them, with what is asked of them again and again kept up to date.</summary>
internal sealed class TrialTable(StudyDefinition definition, ITrialLog log)
{
    // By number. A trial that was deleted for good leaves a hole.
    private readonly List<TrialEntry?> _entries = [];
    private readonly SortedSet<int> _open = [];
    private readonly List<FinishedTrial> _finished = [];
    private readonly List<FinishedTrial> _forSampler = [];
    private ImmutableArray<FinishedTrial>? _snapshot;

    /// <summary>The number that the next new trial gets.</summary>
    public int NextNumber => _entries.Count;

    /// <summary>The first trial that may still change.</summary>
    public int FirstOpen => _open.Count > 0 ? _open.Min : NextNumber;

    /// <summary>Trials that have not ended, by rising number.</summary>
    public IEnumerable<TrialEntry> Open => _open.Select(number => _entries[number]!);

    /// <summary>All trials, by rising number.</summary>
    public IEnumerable<TrialEntry> All => _entries.OfType<TrialEntry>();

    /// <summary>Trials that have ended; a copy that stays as it is.</summary>
    public IReadOnlyList<FinishedTrial> Finished => _snapshot ??= [.. _finished];

    /// <summary>The same as a sampler sees them: one that breaks a limit is one that did not work out.</summary>
    public IReadOnlyList<FinishedTrial> ForSampler => _forSampler;

    /// <summary>The best within the limits; null when there is none.</summary>
    public FinishedTrial? Best { get; private set; }

    public TrialEntry this[int number] => _entries[number]!;

    /// <summary>Takes in a trial, or what has become of it; one that has ended does not change any more.</summary>
    public void Put(TrialEntry entry)
    {
        while (_entries.Count <= entry.Number) _entries.Add(null);
        if (_entries[entry.Number] is { IsSettled: true }) return;
        _entries[entry.Number] = entry;
        if (!entry.IsSettled)
        {
            _open.Add(entry.Number);
            return;
        }
        _open.Remove(entry.Number);
        // What a finished trial reported is of no use to a sampler: it has its value.
        IntermediateValue? last = entry.Status == RunStatus.Pruned && log.Reports(entry) is [.., var report] ? report : null;
        Add(entry.ToFinished(definition, last));
    }

    private void Add(FinishedTrial trial)
    {
        var at = _finished.Count;
        while (at > 0 && _finished[at - 1].Number > trial.Number) at--;
        _finished.Insert(at, trial);
        _forSampler.Insert(at, trial.BrokenLimit is null ? trial : trial with { Value = null, Values = [], Status = RunStatus.Failed, Reason = trial.BrokenLimit });
        _snapshot = null;
        if (trial is { Value: not null, BrokenLimit: null } && (Best is null || IsBetter(trial, Best))) Best = trial;
    }

    // Of trials that are equal in the first metric, the next one decides: the best is never one that another beats.
    private bool IsBetter(FinishedTrial trial, FinishedTrial best)
    {
        for (var i = 0; i < definition.Objectives.Length; i++)
        {
            var difference = (trial.Values[i] - best.Values[i]) * (definition.Objectives[i].Goal == Goal.Maximize ? 1 : -1);
            if (difference != 0) return difference > 0;
        }
        return trial.Number < best.Number;
    }
}
