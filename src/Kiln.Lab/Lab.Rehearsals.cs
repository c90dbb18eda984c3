using Kiln.Training;

namespace Kiln;

/// <summary>What can be tried before a training; nothing is recorded.</summary>
public static partial class Lab
{
    /// <summary>Trains for some steps at rates that grow from step to step, and suggests one. The model is built anew and thrown away.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="data">The data set's name; default: the one loaded last.</param>
    /// <param name="options">Batch, optimiser and so on; the rate and the schedule are not used.</param>
    /// <param name="sweep">Lowest and highest rate, steps; defaults as documented there.</param>
    /// <param name="settings">Hyperparameters.</param>
    /// <param name="cancellationToken">Ends it after the batch in flight, with what it has.</param>
    /// <exception cref="LabException">Unknown names, or a run that could not start.</exception>
    public static Task<RateSweep> FindLearningRate(
        string model, string? data = null, TrainOptions? options = null, RateSweepOptions? sweep = null, RunSettings? settings = null, CancellationToken cancellationToken = default) =>
        RunRehearsal.Guarded(() => Rehearsal.FindLearningRate(JobOf(model, data, options, settings), sweep, cancellationToken));

    /// <summary>Builds everything, tries the first batch, and says what a training would do.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="data">The data set's name; default: the one loaded last.</param>
    /// <param name="options">Training options.</param>
    /// <param name="settings">Hyperparameters.</param>
    /// <param name="cancellationToken">Stops waiting for another run.</param>
    /// <exception cref="LabException">Unknown names, or a run that could not start.</exception>
    public static Task<DryRun> DryRun(
        string model, string? data = null, TrainOptions? options = null, RunSettings? settings = null, CancellationToken cancellationToken = default) =>
        RunRehearsal.Guarded(() => Rehearsal.DryRun(JobOf(model, data, options, settings), cancellationToken));

    /// <summary>Trains on the first batch alone: what cannot learn one batch by heart cannot learn anything.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="data">The data set's name; default: the one loaded last.</param>
    /// <param name="options">Training options.</param>
    /// <param name="settings">Hyperparameters.</param>
    /// <param name="cancellationToken">Ends it after the step in flight, with what it has.</param>
    /// <exception cref="LabException">Unknown names, or a run that could not start.</exception>
    public static Task<OneBatchVerdict> OverfitOneBatch(
        string model, string? data = null, TrainOptions? options = null, RunSettings? settings = null, CancellationToken cancellationToken = default) =>
        RunRehearsal.Guarded(() => Rehearsal.OverfitOneBatch(JobOf(model, data, options, settings), cancellationToken: cancellationToken));

    private static TrainingJob JobOf(string model, string? data, TrainOptions? options, RunSettings? settings)
    {
        var (definition, found) = (Workspace.Models.Get(model), Workspace.FindData(data));
        return JobOf(definition, found, options ?? TrainOptions.For(found), settings ?? new RunSettings());
    }

    private static TrainingJob JobOf(ModelDefinition model, DataSet data, TrainOptions options, RunSettings settings) => new()
    {
        Model = model,
        Data = data,
        Options = options,
        Hyperparameters = settings.Hyperparameters,
        Weights = WeightSources.Of(Workspace, options),
    };
}
