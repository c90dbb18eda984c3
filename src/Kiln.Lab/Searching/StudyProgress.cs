namespace Kiln;

/// <summary>The newest state of a study: all that a view needs to draw it. Written and read on the flow that awaits the study.</summary>
public sealed class StudyProgress
{
    private readonly List<TrialRow> _trials = [];
    private readonly List<TrialUnderWay> _underWay = [];
    private readonly List<string> _notes = [];

    internal StudyProgress(string study, string sampler, SearchOptions options)
    {
        Study = study;
        Sampler = sampler;
        Options = options;
    }

    /// <summary>Name of the study.</summary>
    public string Study { get; }

    /// <summary>Name of the sampler.</summary>
    public string Sampler { get; }

    /// <summary>What the search was asked to do.</summary>
    public SearchOptions Options { get; }

    /// <summary>Trials the study will have in all; a grid may have fewer points than was asked for.</summary>
    public int TrialsPlanned { get; internal set; }

    /// <summary>Trials that have ended, also those of earlier sessions, in the order of their numbers.</summary>
    public IReadOnlyList<TrialRow> Trials => _trials;

    /// <summary>The best trial so far; null while none has finished.</summary>
    public TrialRow? Best => Options.Maximize
        ? _trials.Where(trial => trial.Value is not null).MaxBy(trial => trial.Value)
        : _trials.Where(trial => trial.Value is not null).MinBy(trial => trial.Value);

    /// <summary>The runs in training, in the order in which they began; none between trials.</summary>
    public IReadOnlyList<TrialUnderWay> UnderWay => _underWay;

    /// <summary>Remarks, oldest first: what was resumed, why the search ended early.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>The retrained winner with its test metrics; null until then.</summary>
    public Run? Winner { get; internal set; }

    /// <summary>True when the search was interrupted or gave up.</summary>
    public bool EndedEarly { get; internal set; }

    internal bool Has(int trial) => _trials.Any(row => row.Number == trial);

    /// <summary>Shows a run as being trained, in the place of an earlier state of the same.</summary>
    internal void Enter(TrialUnderWay run)
    {
        var at = _underWay.FindIndex(other => other.Label == run.Label);
        if (at < 0) _underWay.Add(run);
        else _underWay[at] = run;
    }

    internal void Leave(string label) => _underWay.RemoveAll(run => run.Label == label);

    internal void AddNote(string note) => _notes.Add(note);

    internal void Add(TrialRow row)
    {
        _trials.Add(row);
        _trials.Sort((x, y) => x.Number.CompareTo(y.Number));
    }
}
