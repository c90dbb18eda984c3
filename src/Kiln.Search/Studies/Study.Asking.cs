using Kiln.Runs;

namespace Kiln.Search;

public sealed partial class Study
{
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

    private SearchState StateAt(int number) => new(Definition.Space, Definition.Seed, number)
    {
        Goal = Definition.Goal,
        Goals = [.. Definition.Objectives.Select(objective => objective.Goal)],
        Finished = _trials.ForSampler,
        Pending = [.. _trials.Open.Select(entry => entry.Parameters)],
    };
}
