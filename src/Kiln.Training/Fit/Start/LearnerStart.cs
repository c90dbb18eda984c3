namespace Kiln.Training;

/// <summary>A model built for a job and ready to be trained.</summary>
/// <param name="Built">The module and what is known about it.</param>
/// <param name="Learner">The module with its optimisers.</param>
internal sealed record LearnerStart(BuiltModel Built, Learner Learner)
{
    /// <summary>Builds the model, takes over weights if the job says so, and makes what moves them.</summary>
    /// <param name="fit">Model, data, options.</param>
    /// <param name="takeWeights">Whether to take over weights of another run: a resumed run has its own.</param>
    public static LearnerStart Of(FitContext fit, bool takeWeights)
    {
        TrainingJob job = fit.Job;
        BuiltModel built = ModelBuilder.Build(job.Model, TaskShape.Of(job.Data, fit.Objective.Task), job.Hyperparameters, job.Options.Seed);
        try
        {
            WeightSource? from = job.Weights ?? (job.Options.From is { } path ? WeightSource.File(path) : null);
            if (takeWeights && from is not null) fit.Events.Write(new TrainingWarning(Transfer.Into(built.Module, from).ToString()));
            return new LearnerStart(built, new Learner(built.Module, job.Options));
        }
        catch
        {
            built.Module.Dispose();
            throw;
        }
    }
}
