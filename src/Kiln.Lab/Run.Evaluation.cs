using Kiln.Training;

namespace Kiln;

public sealed partial class Run
{
    private TrainedModel? _model;

    /// <summary>
    /// The model, ready to predict raw values: the session's own, or one built again from the definition, the data and the stored
    /// weights. Made at first use; the run keeps it.
    /// </summary>
    /// <exception cref="LabException">The session lacks the definition or the data of the run; says how to get them.</exception>
    /// <example><c>run.Model.Predict(5.1f, 3.5f, 1.4f, 0.2f).Class</c></example>
    public TrainedModel Model => _model ??= RunModel.Of(LabWorkspace.Current, Record, Module);

    /// <summary>Measures the model on a split, by every metric of its task.</summary>
    /// <param name="split">train, validation or test.</param>
    /// <param name="cancellationToken">Gives up between two batches.</param>
    /// <returns>Metrics, scores per class with intervals, confusions or residuals.</returns>
    /// <exception cref="LabException">The session lacks the definition or the data of the run; says how to get them.</exception>
    /// <exception cref="ArgumentException">The split does not exist or is empty.</exception>
    public ModelEvaluation Evaluate(string split = "test", CancellationToken cancellationToken = default) =>
        Model.Evaluate(split, RunIdentity.ReadOptions(Record), cancellationToken);

    /// <summary>Examples of a split with what the model says of them.</summary>
    /// <param name="options">Which examples, how many, with or without saliency; defaults as documented there.</param>
    /// <param name="cancellationToken">Gives up between two batches.</param>
    /// <returns>The examples in the order to show them.</returns>
    /// <exception cref="LabException">The session lacks the definition or the data of the run; says how to get them.</exception>
    /// <exception cref="ArgumentException">An option is not possible for this model or data.</exception>
    public IReadOnlyList<ExamplePrediction> Examples(ExampleOptions? options = null, CancellationToken cancellationToken = default) =>
        ExamplePredictions.Of(Model, options, cancellationToken);
}
