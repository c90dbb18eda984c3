using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>The newest state of one run, gathered from its events: all that a view needs to draw it.</summary>
/// <remarks>Written and read on one flow only, the one that awaits the run.</remarks>
public sealed class RunProgress
{
    private readonly List<EpochRecord> _epochs = [];
    private readonly List<string> _notes = [];
    private readonly List<TrainingWarning> _answers = [];

    internal RunProgress(RunRecord run, TrainOptions options)
    {
        Run = run;
        Options = options;
    }

    /// <summary>The run as stored; replaced when it ends.</summary>
    public RunRecord Run { get; internal set; }

    /// <summary>What the run was asked to do.</summary>
    public TrainOptions Options { get; }

    /// <summary>Epochs, batches and sizes planned; null until the first batch is near.</summary>
    public TrainingPlan? Plan { get; private set; }

    /// <summary>Loss per batch, reduced to a bounded number of points.</summary>
    public LossCurve BatchLosses { get; private set; } = new();

    /// <summary>Batches in an epoch; 0 until that is known.</summary>
    public int BatchesPerEpoch { get; private set; }

    /// <summary>Epochs finished so far, also those before a resume.</summary>
    public IReadOnlyList<EpochRecord> Epochs => _epochs;

    /// <summary>Warnings and remarks, oldest first.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Batches done over the whole run.</summary>
    public long StepsDone { get; private set; }

    /// <summary>Batches planned over the whole run; 0 until the plan is known.</summary>
    public long StepsPlanned => Plan is null ? 0 : (long)Plan.Epochs * Plan.BatchesPerEpoch;

    /// <summary>Fraction done, 0..1.</summary>
    public double Fraction => StepsPlanned > 0 ? Math.Min(1, StepsDone / (double)StepsPlanned) : Math.Min(1, Epochs.Count / (double)Options.Epochs);

    /// <summary>Training time so far.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Time left at the pace so far; null until that can be told.</summary>
    public TimeSpan? Remaining
    {
        get
        {
            var stepsHere = StepsDone - StepsBefore;
            return stepsHere < 3 || Elapsed == TimeSpan.Zero ? null : Elapsed / stepsHere * (StepsPlanned - StepsDone);
        }
    }

    /// <summary>How the run ended; null while it trains.</summary>
    public TrainingResult? Result { get; private set; }

    /// <summary>The run whose turn it is while this one waits; null where it does not wait.</summary>
    public RunRecord? WaitsFor { get; internal set; }

    /// <summary>Whether it goes on after the cell that started it.</summary>
    public bool IsInBackground { get; internal set; }

    /// <summary>What the curves and the trained model show, each a sentence with its remedy; empty until the run has ended, and for most runs.</summary>
    public IReadOnlyList<string> Hints { get; internal set; } = [];

    /// <summary>The warnings among the notes that took the place of a hint.</summary>
    internal IReadOnlyList<TrainingWarning> Answers => _answers;

    private long StepsBefore => Plan is null ? 0 : (long)(Plan.FirstEpoch - 1) * Plan.BatchesPerEpoch;

    internal void AddNote(string text) => _notes.Add(text);

    /// <summary>Takes over what the store has of a run that another process trains.</summary>
    internal void Take(RunRecord run, IReadOnlyList<EpochRecord> epochs, StepCurve steps)
    {
        Run = run;
        BatchLosses = LossCurve.Of(steps);
        BatchesPerEpoch = steps.StepsPerEpoch(epochs.Count);
        _epochs.Clear();
        _epochs.AddRange(epochs);
        Elapsed = epochs.Count > 0 ? epochs[^1].Elapsed : TimeSpan.Zero;
    }

    /// <summary>Takes in one event.</summary>
    /// <returns>The epoch to record, where the event ended one.</returns>
    internal EpochRecord? Apply(TrainingEvent trainingEvent)
    {
        switch (trainingEvent)
        {
            case RunStarted started:
                Plan = started.Plan;
                BatchesPerEpoch = started.Plan.BatchesPerEpoch;
                StepsDone = StepsBefore;
                _epochs.Clear();
                _epochs.AddRange(started.Plan.History.Select(Record));
                // The checkpoint says where it goes on: a kernel that was killed may not have recorded its last epoch.
                if (started.Plan.FirstEpoch > 1 && Run.ParentKind is not (RunRecord.Branch or RunRecord.Schedule)) _notes.Add($"Resumed run {Run.Id} after epoch {started.Plan.FirstEpoch - 1}.");
                break;
            case BatchEnded batch:
                BatchLosses.Add(batch.Step, batch.Loss);
                StepsDone = batch.Step + 1;
                Elapsed = batch.Elapsed;
                break;
            case EpochEnded epoch:
                var record = Record(epoch);
                _epochs.Add(record);
                StepsDone = Plan is null ? 0 : (long)epoch.Epoch * Plan.BatchesPerEpoch;
                Elapsed = epoch.Elapsed;
                return record;
            case TrainingWarning warning:
                _notes.Add(warning.Text);
                if (warning.Answers is not null) _answers.Add(warning);
                break;
            case RunEnded ended:
                Result = ended.Result;
                Elapsed = ended.Result.Elapsed;
                break;
        }

        return null;
    }

    private static EpochRecord Record(EpochEnded epoch) =>
        new(epoch.Epoch, epoch.Elapsed, epoch.Metrics, epoch.IsBest, epoch.CheckpointWritten);
}
