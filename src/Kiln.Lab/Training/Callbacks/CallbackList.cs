using Kiln.Training;

namespace Kiln;

/// <summary>The callbacks of one run.</summary>
internal sealed class CallbackList(IEnumerable<IRunCallback> callbacks, RunControl run)
{
    private readonly List<IRunCallback> _callbacks = [.. callbacks];

    /// <summary>Tells all of an event.</summary>
    public void Tell(TrainingEvent happened)
    {
        // Backwards, because one that throws is taken out.
        for (var i = _callbacks.Count - 1; i >= 0; i--) Tell(_callbacks[i], happened);
    }

    private void Tell(IRunCallback callback, TrainingEvent happened)
    {
        try
        {
            switch (happened)
            {
                case RunStarted started: callback.OnRunStarted(started, run); break;
                case BatchEnded batch: callback.OnBatchEnded(batch, run); break;
                case EpochEnded epoch: callback.OnEpochEnded(epoch, run); break;
                case RunEnded ended: callback.OnRunEnded(ended, run); break;
            }
        }
        catch (Exception problem)
        {
            // Hours of training are worth more than what a listener has to say of them.
            _callbacks.Remove(callback);
            run.Note($"{callback.GetType().Name} failed and was left out; training went on. {problem.GetType().Name}: {problem.Message}");
        }
    }
}
