using Kiln.Training;

namespace Kiln;

public static partial class Lab
{
    /// <summary>The model of a recorded run, ready to predict raw values.</summary>
    /// <param name="run">Id, name (the newest run of it), or first letters of the id.</param>
    /// <returns>The model with its kept weights; the caller disposes it.</returns>
    /// <exception cref="LabException">The session lacks the definition or the data of the run; says how to get them.</exception>
    /// <example><c>using var model = Lab.Load("lenet"); model.Predict(pixels).Class</c></example>
    public static TrainedModel Load(string run) => RunModel.Of(Workspace, RunModel.Find(Workspace, run), null);

    /// <summary>What the curves and the model of a recorded run show, each a sentence with its remedy; most runs have none.</summary>
    /// <param name="run">Id, name or first letters of the id.</param>
    public static IReadOnlyList<string> Hints(string run) => RunHints.Read(Runs, Runs.Get(run));

    /// <summary>Measures the model of a recorded run on a split, by every metric of its task.</summary>
    /// <param name="run">Id, name (the newest run of it), or first letters of the id.</param>
    /// <param name="split">train, validation or test.</param>
    /// <param name="cancellationToken">Gives up between two batches.</param>
    /// <returns>Metrics, scores per class with intervals, confusions or residuals.</returns>
    /// <exception cref="LabException">The session lacks the definition or the data of the run; says how to get them.</exception>
    /// <exception cref="ArgumentException">The split does not exist or is empty.</exception>
    public static ModelEvaluation Evaluate(string run, string split = "test", CancellationToken cancellationToken = default)
    {
        var record = RunModel.Find(Workspace, run);
        using var model = RunModel.Of(Workspace, record, null);
        return model.Evaluate(split, RunIdentity.ReadOptions(record), cancellationToken);
    }

    /// <inheritdoc cref="Evaluate(string, string, CancellationToken)"/>
    public static ModelEvaluation Evaluate(Run run, string split = "test", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(run);
        return run.Evaluate(split, cancellationToken);
    }

    /// <summary>Examples of a split with what the model of a recorded run says of them.</summary>
    /// <param name="run">Id, name (the newest run of it), or first letters of the id.</param>
    /// <param name="options">Which examples, how many, with or without saliency; defaults as documented there.</param>
    /// <param name="cancellationToken">Gives up between two batches.</param>
    /// <returns>The examples in the order to show them.</returns>
    /// <exception cref="LabException">The session lacks the definition or the data of the run; says how to get them.</exception>
    /// <exception cref="ArgumentException">An option is not possible for this model or data.</exception>
    public static IReadOnlyList<ExamplePrediction> Examples(string run, ExampleOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var model = Load(run);
        return ExamplePredictions.Of(model, options, cancellationToken);
    }
}
