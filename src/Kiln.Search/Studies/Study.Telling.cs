using System.Collections.Immutable;
using Kiln.Runs;

namespace Kiln.Search;

public sealed partial class Study
{
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
}
