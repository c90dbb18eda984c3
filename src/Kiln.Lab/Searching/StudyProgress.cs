namespace Kiln;

/// <summary>The newest state of a study: all that a view needs to draw it. Written and read on the flow that awaits the study.</summary>
public sealed class StudyProgress
{
    private readonly List<TrialRow> _trials = [];
    private readonly List<TrialUnderWay> _underWay = [];
    private readonly List<string> _notes = [];
    private int _doneBefore;

    internal StudyProgress(StudyFacts facts) => Facts = facts;

    /// <summary>What is searched, and by what.</summary>
    public StudyFacts Facts { get; }

    /// <summary>Trials the study will have in all; a grid may have fewer points than was asked for.</summary>
    public int TrialsPlanned { get; internal set; }

    /// <summary>Trials that have ended, also those of earlier sessions, in the order of their numbers.</summary>
    public IReadOnlyList<TrialRow> Trials => _trials;

    /// <summary>The best trial so far; null while none has finished.</summary>
    public TrialRow? Best => TrialRanking.Ranked(_trials, Facts).FirstOrDefault();

    /// <summary>The runs in training, in the order in which they began; none between trials.</summary>
    public IReadOnlyList<TrialUnderWay> UnderWay => _underWay;

    /// <summary>Time searched in this session.</summary>
    public TimeSpan Elapsed { get; internal set; }

    /// <summary>Time left at the pace of this session; null until that can be told.</summary>
    public TimeSpan? Remaining
    {
        get
        {
            var done = _trials.Count - _doneBefore + _underWay.Sum(run => run.Run.Fraction);
            return done < 0.5 || TrialsPlanned <= _trials.Count ? null : Elapsed / done * Math.Max(0, TrialsPlanned - _doneBefore - done);
        }
    }

    /// <summary>Remarks, oldest first: what was resumed, why the search ended early.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The retrained winner with its test metrics; null until then.</summary>
    public Run? Winner { get; internal set; }

    /// <summary>True when the search was interrupted or gave up.</summary>
    public bool EndedEarly { get; internal set; }

    /// <summary>The study as it stands now.</summary>
    public StudyResult ToResult() => new()
    {
        Facts = Facts,
        TrialsPlanned = Math.Max(TrialsPlanned, _trials.Count),
        Trials = [.. _trials],
        UnderWay = [.. _underWay],
        Winner = Winner,
        Notes = [.. _notes],
    };

    internal bool Has(int trial) => At(trial) >= 0;

    /// <summary>Takes what there is as the work of earlier sessions: the pace is that of what follows.</summary>
    internal void BeginPace() => _doneBefore = _trials.Count;

    /// <summary>Shows a run as being trained, in the place of an earlier state of the same.</summary>
    internal void Enter(TrialUnderWay run)
    {
        var at = _underWay.FindIndex(other => other.Label == run.Label);
        if (at < 0) _underWay.Add(run);
        else _underWay[at] = run;
    }

    internal void Leave(string label) => _underWay.RemoveAll(run => run.Label == label);

    internal void AddNote(string note) => _notes.Add(note);

    internal void Add(TrialRow row) => _trials.Insert(~At(row.Number), row);

    // Where the trial is, or the complement of where it belongs.
    private int At(int trial)
    {
        var (low, high) = (0, _trials.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_trials[middle].Number == trial) return middle;
            if (_trials[middle].Number < trial) low = middle + 1;
            else high = middle;
        }
        return ~low;
    }
}
