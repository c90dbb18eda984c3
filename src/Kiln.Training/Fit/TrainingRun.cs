using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>One run, from building the model to the result; everything here happens on the run's own thread.</summary>
internal sealed class TrainingRun
{
    private readonly FitContext _fit;
    private readonly RunState _state;
    private readonly RunEnding _ending;
    private readonly int _threads;

    public TrainingRun(FitContext fit)
    {
        _fit = fit;
        _state = new RunState(fit.Options.KeepsBest);
        _ending = new RunEnding(fit, _state);
        _threads = FitThreads.Count(fit.Options.Threads);
    }

    /// <summary>Runs to the end; whatever goes wrong becomes part of the result.</summary>
    public TrainingResult Execute()
    {
        TrainingResult result = TorchTurn.Wait(_fit.Stop)
            ? Guarded(TakeTurn)
            : _ending.Of(TrainingOutcome.Stopped, _fit.Stop.Text) with { StoppedBy = _fit.Stop.Reason };
        _state.Dispose();
        _fit.Events.Write(new RunEnded(result));
        _fit.Events.Close();
        return result;
    }

    private TrainingResult TakeTurn()
    {
        try
        {
            _fit.Clock.Start();
            set_num_threads(_threads);
            using var numbers = new RunNumbers();
            return Guarded(Train);
        }
        finally
        {
            TorchTurn.Release();
        }
    }

    private TrainingResult Guarded(Func<TrainingResult> train)
    {
        try
        {
            return train();
        }
        catch (Exception problem)
        {
            return _ending.Failed(problem);
        }
    }

    private TrainingResult Train()
    {
        TrainingJob job = _fit.Job;
        CheckpointFolder? folder = job.CheckpointFolder is { } path ? new CheckpointFolder(path) : null;
        bool resumes = job.Resume && folder is { Exists: true };
        CheckpointFolder? origin = !resumes && job.BranchFrom is { } other ? new CheckpointFolder(other) : null;
        LearnerStart start = LearnerStart.Of(_fit, takeWeights: !resumes && origin is null);
        _ending.Learner = start.Learner;
        _state.Rule = BestRule.For(start.Learner.Module, _fit.Objective);
        RunIdentity identity = RunIdentity.Of(job, start.Built.Hyperparameters);
        var checkpoints = new CheckpointWriter(folder, identity, _fit.Options.Keep, start.Learner, _fit.Events) { Threads = _threads };
        var feed = new BatchFeed(_fit.Data, _fit.Options.Batch, _fit.Options.Seed);
        manual_seed(Seeds.ForModel(_fit.Options.Seed));
        if (resumes) Resume(new ResumedRun(folder!, identity, _fit.Events), checkpoints);
        else if (origin is not null) Branch(new ResumedRun(origin, identity, _fit.Events), checkpoints);
        else Begin(checkpoints, feed, start.Built.Summary);
        var loop = new EpochLoop(_fit, start.Learner, feed);
        _fit.Events.Write(new RunStarted(new TrainingPlan(
            _fit.Options.Epochs, loop.Batches.Count, _state.LastEpoch + 1, start.Built.Summary, identity.Hyperparameters, _threads, [.. _state.Epochs])));
        return new EpochSequence(_fit, _state, _ending, checkpoints).Run(loop);
    }

    private void Resume(ResumedRun resumed, CheckpointWriter checkpoints)
    {
        _fit.Clock.Before = resumed.Restore(_ending.Learner!, _state, _fit.Options.KeepsBest, _threads);
        // The process may have been killed after last/ and before best.safetensors.
        if (_state.Kept is { } kept && kept.Epoch == _state.LastEpoch && kept.Epoch == _state.BestEpoch) checkpoints.WriteBest(kept);
    }

    private void Branch(ResumedRun origin, CheckpointWriter checkpoints)
    {
        _fit.Clock.Before = origin.Restore(_ending.Learner!, _state, _fit.Options.KeepsBest, _threads, isBranch: true);
        checkpoints.Clear();
        // Or a kept epoch of the origin would have its weights nowhere in the run's own folder.
        if (_state.Kept is { } kept && kept.Epoch == _state.BestEpoch) checkpoints.WriteBest(kept);
    }

    private void Begin(CheckpointWriter checkpoints, BatchFeed feed, ModelSummary model)
    {
        if (!_fit.Job.IsRehearsed) SanityBatch.Require(_fit, _ending.Learner!, feed);
        foreach (string hint in model.Hints) _fit.Events.Write(new TrainingWarning(hint));
        if (feed.Remark is { } remark) _fit.Events.Write(new TrainingWarning(remark) { Answers = HintQuestion.Learning });
        if (_fit.Job.Resume)
            _fit.Events.Write(new TrainingWarning($"There is no checkpoint in {_fit.Job.CheckpointFolder ?? "memory"} yet: the run starts at epoch 1."));
        checkpoints.Clear();
    }
}
