using Kiln.Training;

namespace Kiln;

/// <summary>What happens before a run has its row: a rate is looked for if asked, and the first batch is tried, so that a mistake leaves no run behind.</summary>
/// <param name="Options">The options to train with.</param>
/// <param name="Notes">What the run's notes begin with.</param>
/// <param name="IsDone">Whether the first batch was tried.</param>
internal sealed record RunRehearsal(TrainOptions Options, IReadOnlyList<string> Notes, bool IsDone)
{
    /// <summary>Tries the run that is about to start.</summary>
    /// <exception cref="LabException">It cannot start; the message says why and what to do.</exception>
    public static Task<RunRehearsal> Of(TrainingJob job, RunSettings settings, CancellationToken cancellationToken) => Guarded(async () =>
    {
        var notes = new List<string>();
        if (settings.FindRate)
        {
            var sweep = await Rehearsal.FindLearningRate(job, cancellationToken: cancellationToken);
            if (sweep.Suggested is not { } rate) throw new LabException(sweep.Text + " Give a rate of your own.");
            job = job with { Options = job.Options with { Lr = rate } };
            notes.Add(sweep.Text);
        }
        // A resumed run has shown that it can start, and trials of a search are runs whatever becomes of them.
        if (settings.Resume || settings.Kind != "train") return new RunRehearsal(job.Options, notes, false);
        try
        {
            await Rehearsal.DryRun(job, cancellationToken);
            return new RunRehearsal(job.Options, notes, true);
        }
        catch (OperationCanceledException)
        {
            return new RunRehearsal(job.Options, notes, false);
        }
    });

    /// <summary>Passes a mistake on as the lab's own.</summary>
    public static async Task<T> Guarded<T>(Func<Task<T>> rehearse)
    {
        try
        {
            return await rehearse();
        }
        catch (Exception problem) when (problem is ArgumentException or ModelException or TrainingException or CheckpointException)
        {
            throw new LabException(problem.Message, problem);
        }
    }
}
