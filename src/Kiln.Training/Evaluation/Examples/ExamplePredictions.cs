using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Examples of a split with what a model says of them.</summary>
public static class ExamplePredictions
{
    /// <summary>Chooses examples and predicts them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">Which examples, how many, with or without saliency; null takes the defaults.</param>
    /// <param name="cancellationToken">Gives up between two batches.</param>
    /// <returns>The examples in the order to show them.</returns>
    /// <exception cref="ArgumentException">An option is not possible for this model or data.</exception>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    public static IReadOnlyList<ExamplePrediction> Of(TrainedModel model, ExampleOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        options ??= new ExampleOptions();
        options.Check();
        ExampleLosses losses = ExampleLosses.Of(model, model.Data.SplitNamed(options.Split), cancellationToken);
        IReadOnlyList<int> places = ExampleChoice.Of(losses, options, model.Task);
        long[] rows = [.. places.Select(place => losses.Rows[place])];
        IReadOnlyList<Prediction> predictions = model.PredictRows(rows);
        var found = new List<ExamplePrediction>();
        for (int i = 0; i < rows.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ImmutableArray<float> saliency = options.Saliency == "none" ? [] : SaliencyMap.Of(model, rows[i], options.Saliency);
            found.Add(Compared(model, new ExamplePrediction(rows[i], predictions[i], losses.Losses[places[i]]) { Saliency = saliency }));
        }
        return found;
    }

    private static ExamplePrediction Compared(TrainedModel model, ExamplePrediction example)
    {
        using var scope = NewDisposeScope();
        Tensor target = model.Data.Gather(tensor(new[] { example.Row })).Targets[0];
        switch (model.Task.Targets)
        {
            case TargetKind.Class:
                string truth = model.Data.TargetNames[(int)target.item<long>()];
                return example with { Truth = truth, IsRight = truth == example.Prediction.Class };
            case TargetKind.Labels:
                ImmutableArray<double> flags = [.. target.contiguous().data<float>().Select(flag => (double)flag)];
                return example with { TrueValues = flags, IsRight = flags.Select(flag => flag > .5).SequenceEqual(example.Prediction.Values.Select(value => value.Value >= .5)) };
            case TargetKind.Numbers:
                return example with { TrueValues = [.. model.Data.TargetScaling.Undo(target).Select(value => (double)value)] };
            default:
                return example;
        }
    }
}
