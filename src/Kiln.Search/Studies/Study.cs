using System.Collections.Immutable;
using Kiln.Runs;

namespace Kiln.Search;

/// <summary>A search: <see cref="Ask"/> for a trial, run it, <see cref="Tell(Trial, double)"/> how it went, until there is none left.</summary>
/// <remarks>
/// May be used from several threads, and one study by several processes at once. Trial k's parameters depend on the study's
/// seed, k and (where the sampler looks at them) the finished trials alone; so a study that is resumed never repeats itself.
/// </remarks>
public sealed partial class Study
{
    private readonly Lock _gate = new();
    private readonly ITrialLog _log;
    private readonly TrialTable _trials;
    private readonly TrialCurves _curves;
    private readonly HashSet<int> _handedOut = [];
    private int _failuresInRow;

    private Study(StudyDefinition definition, ITrialLog log, string id, bool isResumed, ImmutableArray<string> announcements)
    {
        if (definition.Pruner is { } pruner && definition.Objectives.Length > 1)
            throw new ArgumentException($"Study '{definition.Name}': the pruner {pruner.Name} ends trials by one metric, and {definition.Objectives.Length} are sought. Leave the pruner out, or seek one metric and bound the others with limits.", nameof(definition));
        (Definition, _log, Id, IsResumed) = (definition, log, id, isResumed);
        (_trials, _curves) = (new TrialTable(definition, log), new TrialCurves(log));
        TakeInOthers();
        Announcements = [.. announcements, .. StudyAnnouncements.AboutSize(definition)];
    }

    /// <summary>What is searched.</summary>
    public StudyDefinition Definition { get; }

    /// <summary>Id of the study in its store; empty when it is kept in memory.</summary>
    public string Id { get; }

    /// <summary>Whether an earlier session began it.</summary>
    public bool IsResumed { get; }

    /// <summary>What the user should be told at the start: that it goes on or why it does not, that a grid is not tried whole.</summary>
    public ImmutableArray<string> Announcements { get; }

    /// <summary>Why <see cref="Ask"/> gives no more trials; null while it does.</summary>
    public string? EndReason { get; private set; }

    /// <summary>Number of trials the whole study will have: what was asked for, or all that the sampler has to offer; with those beyond it that are there already.</summary>
    public int TotalTrials
    {
        get
        {
            lock (_gate)
                return (int)Math.Max(_trials.NextNumber, Math.Min(Definition.Trials, Definition.Sampler.CountTrials(Definition.Space) ?? long.MaxValue));
        }
    }

    /// <summary>The trials that have ended, by rising number.</summary>
    public IReadOnlyList<FinishedTrial> Trials
    {
        get
        {
            lock (_gate)
                return _trials.Finished;
        }
    }

    /// <summary>
    /// The finished trial with the best value of the (first) metric among those within the limits, of equals the one that is better in the next
    /// metric, at last the earliest; null when there is none.
    /// </summary>
    public FinishedTrial? Best
    {
        get
        {
            lock (_gate)
                return _trials.Best;
        }
    }

    /// <summary>The finished trials that no other one beats in every objective, the best in the first one first; with one objective those that are equal to the best.</summary>
    public IReadOnlyList<FinishedTrial> ParetoFront
    {
        get
        {
            var trials = Trials.Where(trial => trial.BrokenLimit is null).ToDictionary(trial => trial.Number);
            return [.. ParetoTrials.Of(trials.Values.Select(trial => (trial.Number, trial.Values)), Definition.Objectives).Select(number => trials[number])];
        }
    }

    /// <summary>The trials whose training led to a trial, the first one first and the trial itself last; of most samplers the trial alone.</summary>
    /// <param name="trial">A trial of the study.</param>
    /// <returns>The trials.</returns>
    public IReadOnlyList<FinishedTrial> LineageOf(FinishedTrial trial)
    {
        ArgumentNullException.ThrowIfNull(trial);
        var trials = Trials.ToDictionary(one => one.Number);
        List<FinishedTrial> lineage = [trial];
        while (lineage[^1].Origin is { } origin && trials.TryGetValue(origin, out var before)) lineage.Add(before);
        lineage.Reverse();
        return lineage;
    }

    /// <summary>Continues the study of that name if all that its trials depend on is equal, and starts a new one otherwise.</summary>
    /// <param name="store">Where its trials are runs.</param>
    /// <param name="definition">What to search.</param>
    /// <param name="startNew">Start a new one in any case; default false.</param>
    /// <returns>The study; <see cref="Announcements"/> says whether and why.</returns>
    /// <exception cref="RunStoreException">The store cannot be read or written.</exception>
    public static Study Open(RunStore store, StudyDefinition definition, bool startNew = false)
    {
        var wanted = StudyIdentity.RecordOf(definition, "");
        var named = store.ListStudies().Where(study => study.Name == definition.Name).ToList();
        var equal = startNew ? null : named.FirstOrDefault(study => StudyIdentity.Difference(study, wanted) is null);
        if (equal is not null)
        {
            var log = new StoreTrialLog(store, equal, definition);
            return new Study(definition, log, equal.Id, true, [StudyAnnouncements.Resumed(equal, log.From(0))]);
        }
        var record = store.CreateStudy(wanted with { Id = store.NewId() });
        var reason = startNew || named.Count == 0 ? null : StudyAnnouncements.Different(named[0], record);
        return new Study(definition, new StoreTrialLog(store, record, definition), record.Id, false, reason is null ? [] : [reason]);
    }

    /// <summary>A study as it is recorded, to be looked at: without the pruner, and with only as many trials as there are.</summary>
    /// <param name="store">Where its trials are runs.</param>
    /// <param name="record">The study.</param>
    /// <returns>The study.</returns>
    /// <exception cref="RunStoreException">The store cannot be read.</exception>
    /// <exception cref="SpaceSyntaxException">A newer program has recorded a space that this one cannot read.</exception>
    public static Study Of(RunStore store, StudyRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var definition = StudyIdentity.DefinitionOf(record);
        return new Study(definition, new StoreTrialLog(store, record, definition), record.Id, true, []);
    }

    /// <summary>Starts a study that lives as long as this object, for any objective.</summary>
    /// <param name="definition">What to search.</param>
    /// <returns>The study.</returns>
    public static Study InMemory(StudyDefinition definition) => new(definition, new MemoryTrialLog(), "", false, []);

    /// <summary>The next trial: one that was enqueued or that an earlier process left unfinished, or a new one.</summary>
    /// <returns>The trial; null at the end, and while the sampler waits for trials under way: see <see cref="EndReason"/>.</returns>
    /// <exception cref="RunStoreException">The store cannot be read or written.</exception>
    public Trial? Ask()
    {
        lock (_gate)
        {
            if (_failuresInRow >= Definition.MaxFailures)
                return null;
            EndReason = null;
            TakeInOthers();
            return TakeUpStopped() ?? New();
        }
    }

    /// <summary>Records a trial's value. One that is not finite counts as a failure.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="value">Value of the study's metric.</param>
    /// <exception cref="ArgumentException">The study seeks several metrics or has limits, or the trial is not under way here.</exception>
    public void Tell(Trial trial, double value) => Tell(trial, ImmutableSortedDictionary<string, double>.Empty.Add(Definition.Metric, value));

    /// <summary>Records a trial's metrics, those of all objectives and limits among them. An objective that is not finite counts as a failure.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="metrics">Values by name.</param>
    /// <exception cref="ArgumentException">The trial is not under way here.</exception>
    public void Tell(Trial trial, IReadOnlyDictionary<string, double> metrics)
    {
        if (Definition.WhyUseless(metrics) is { } reason)
        {
            Fail(trial, reason);
            return;
        }
        lock (_gate)
        {
            Settle(trial, entry => entry with { Status = RunStatus.Finished, Reason = null, Metrics = metrics.ToImmutableSortedDictionary() });
            _failuresInRow = 0;
        }
    }

    /// <summary>Records that a trial failed; the study goes on, up to <see cref="StudyDefinition.MaxFailures"/> in a row.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="reason">Why, in words.</param>
    public void Fail(Trial trial, string reason)
    {
        lock (_gate)
        {
            Settle(trial, entry => entry with { Status = RunStatus.Failed, Reason = reason });
            if (++_failuresInRow >= Definition.MaxFailures)
                EndReason = $"{_failuresInRow} trials in a row failed, the last (trial {trial.Number}) because: {reason}";
        }
    }

    /// <summary>Puts a trial aside, as when the user interrupts: the next <see cref="Ask"/>, here or in a later session, hands it out again.</summary>
    /// <param name="trial">The trial.</param>
    /// <param name="reason">Why, in words.</param>
    public void Pause(Trial trial, string reason)
    {
        lock (_gate)
            Settle(trial, entry => entry with { Status = RunStatus.Stopped, Reason = reason });
    }

    /// <summary>Leaves a trial to another process that has taken it up, and will tell how it went; nothing is recorded.</summary>
    /// <param name="trial">The trial.</param>
    public void Leave(Trial trial)
    {
        lock (_gate)
        {
            CheckUnderWay(trial);
            _handedOut.Remove(trial.Number);
            _curves.End(trial.Number);
        }
    }

    /// <summary>Takes in what other processes did with the study; <see cref="Ask"/> does so by itself.</summary>
    /// <exception cref="RunStoreException">The store cannot be read.</exception>
    public void Refresh()
    {
        lock (_gate)
            TakeInOthers();
    }

    private Trial? TakeUpStopped()
    {
        foreach (var stopped in _trials.Open.Where(entry => entry.Status == RunStatus.Stopped && !_handedOut.Contains(entry.Number)).ToList())
        {
            if (RunStore.IsKilled(stopped.Reason) && _log.AttemptsInVain(stopped) is var inVain && inVain > Definition.Retries)
            {
                var since = inVain < stopped.Attempts ? $", the last {inVain} of them without another epoch" : "";
                Settle(stopped with { Status = RunStatus.Failed, Reason = $"{stopped.Reason}, at attempt {stopped.Attempts}{since}" });
                continue;
            }
            if (!_log.TryTakeUp(stopped))
                continue;
            return HandOut(stopped with { Status = RunStatus.Running, Attempts = stopped.Attempts + 1 }, isTakenUp: stopped.Attempts > 0);
        }
        return null;
    }

    private Trial? New()
    {
        for (var number = _trials.NextNumber; number < Definition.Trials; number = _trials.NextNumber)
        {
            var state = StateAt(number);
            if (Definition.Sampler.MustWait(state))
            {
                EndReason = $"trial {number} waits for those under way elsewhere";
                return null;
            }
            if (Definition.Sampler.Propose(state) is not { } parameters)
            {
                EndReason = $"nothing is left to try after {number} trials";
                return null;
            }
            var origin = Definition.Sampler.OriginOf(state) is { } begun ? _trials[begun] : null;
            if (_log.TryAdd(number, parameters, origin) is { } added)
                return HandOut(added, isTakenUp: false);
            // Another process was quicker: its trial is in the log now.
            TakeInOthers();
        }
        EndReason = $"all {Definition.Trials} trials are done or under way";
        return null;
    }

    private Trial HandOut(TrialEntry entry, bool isTakenUp)
    {
        _trials.Put(entry);
        _curves.Begin(entry, isTakenUp);
        _handedOut.Add(entry.Number);
        return new Trial(entry.Number, entry.Parameters, entry.RunId, isTakenUp) { Study = this, Origin = entry.Origin };
    }

    /// <summary>What is settled cannot change and is not read again.</summary>
    private void TakeInOthers()
    {
        // Of a trial that runs here this process hears first.
        foreach (var entry in _log.From(_trials.FirstOpen))
            if (!_handedOut.Contains(entry.Number)) _trials.Put(entry);
    }

    private void Settle(Trial trial, Func<TrialEntry, TrialEntry> end)
    {
        CheckUnderWay(trial);
        _handedOut.Remove(trial.Number);
        // Before the table looks at what a pruned trial reported last: the log has the reports by then.
        _curves.End(trial.Number);
        Settle(end(_trials[trial.Number]));
    }

    private void Settle(TrialEntry entry)
    {
        _log.Settle(entry);
        _trials.Put(entry);
    }

    // The log may show the end already: whoever records the training may close the row before the study hears of it.
    private void CheckUnderWay(Trial trial)
    {
        if (!_handedOut.Contains(trial.Number))
            throw new ArgumentException($"Study '{Definition.Name}': trial {trial.Number} is not under way here. Tell it once about each trial that Ask() gave.", nameof(trial));
    }

    private SearchState StateAt(int number) => new(Definition.Space, Definition.Seed, number)
    {
        Goal = Definition.Goal,
        Goals = [.. Definition.Objectives.Select(objective => objective.Goal)],
        Finished = _trials.ForSampler,
        Pending = [.. _trials.Open.Select(entry => entry.Parameters)],
    };
}
