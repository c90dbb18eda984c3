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

    /// <summary>Takes in what other processes did with the study; <see cref="Ask"/> does so by itself.</summary>
    /// <exception cref="RunStoreException">The store cannot be read.</exception>
    public void Refresh()
    {
        lock (_gate)
            TakeInOthers();
    }

    /// <summary>What is settled cannot change and is not read again.</summary>
    private void TakeInOthers()
    {
        // Of a trial that runs here this process hears first.
        foreach (var entry in _log.From(_trials.FirstOpen))
            if (!_handedOut.Contains(entry.Number)) _trials.Put(entry);
    }
}
