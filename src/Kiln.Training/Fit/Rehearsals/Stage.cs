using System.Threading.Channels;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>A model built as a run would build it, on a training thread of its own, for trying something out; thrown away afterwards.</summary>
internal sealed class Stage
{
    private readonly Channel<TrainingEvent> _events = Channel.CreateUnbounded<TrainingEvent>();

    private Stage(TrainingJob job, CancellationToken cancellationToken)
    {
        var interrupter = new Interrupter();
        var clock = new RunClock(TimeProvider.System, null);
        Fit = new FitContext(job, new Objective(job.Options, job.Data), new EventSink(_events.Writer), new StopCheck(interrupter, clock), clock);
        cancellationToken.Register(() => interrupter.Request(StopReason.User));
    }

    public FitContext Fit { get; }

    public LearnerStart Start { get; private set; } = null!;

    public BatchFeed Feed { get; private set; } = null!;

    /// <summary>What the run would remark, such as which weights it took over.</summary>
    public IReadOnlyList<string> Remarks
    {
        get
        {
            var remarks = new List<string>();
            while (_events.Reader.TryRead(out TrainingEvent? next))
            {
                if (next is TrainingWarning warning) remarks.Add(warning.Text);
            }
            return remarks;
        }
    }

    /// <summary>Builds the model, tries the first batch, and hands the stage over.</summary>
    /// <exception cref="ArgumentException">The options are wrong.</exception>
    /// <exception cref="ModelException">The model cannot be built or run.</exception>
    /// <exception cref="TrainingException">Model, data and options do not fit together, or a batch failed.</exception>
    /// <exception cref="OperationCanceledException">Cancelled while waiting for another run.</exception>
    public static Task<T> Play<T>(TrainingJob job, CancellationToken cancellationToken, Func<Stage, T> play)
    {
        ArgumentNullException.ThrowIfNull(job);
        job.Options.Check(job.Data);
        var stage = new Stage(job, cancellationToken);
        return TrainingThread.Run(() => stage.TakeTurn(play));
    }

    private T TakeTurn<T>(Func<Stage, T> play)
    {
        if (!TorchTurn.Wait(Fit.Stop)) throw new OperationCanceledException("Interrupted before it began: another run was training.");
        try
        {
            set_num_threads(FitThreads.Count(Fit.Options.Threads));
            using var numbers = new RunNumbers();
            Start = LearnerStart.Of(Fit, takeWeights: true);
            using nn.Module module = Start.Built.Module;
            using Learner learner = Start.Learner;
            Feed = new BatchFeed(Fit.Data, Fit.Options.Batch, Fit.Options.Seed);
            manual_seed(Seeds.ForModel(Fit.Options.Seed));
            return play(this);
        }
        finally
        {
            TorchTurn.Release();
        }
    }
}
