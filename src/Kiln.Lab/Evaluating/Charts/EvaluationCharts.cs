using System.Collections.Immutable;
using Kiln.Charts;
using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln;

/// <summary>The pictures of what a trained model does.</summary>
public static class EvaluationCharts
{
    private const int MostColumns = 4;

    /// <summary>What was taken for what, or predictions against truths; none where neither says anything.</summary>
    /// <param name="evaluation">The figures of a split.</param>
    /// <returns>A confusion matrix, or a chart for each of the first four numbers predicted.</returns>
    public static IEnumerable<Chart> Of(ModelEvaluation evaluation)
    {
        ArgumentNullException.ThrowIfNull(evaluation);
        if (!evaluation.Confusion.IsEmpty)
            yield return new ConfusionMatrix
            {
                Title = $"{evaluation.Data}, {evaluation.Split} split",
                ClassNames = evaluation.TargetNames,
                Counts = evaluation.Confusion,
            };
        var columns = evaluation.Residuals.Length;
        for (var column = 0; column < Math.Min(columns, MostColumns); column++)
            yield return ScatterChart.OfPredictions(
                Column(evaluation.Truths, column, columns), Column(evaluation.Predictions, column, columns), evaluation.Residuals[column].Name);
    }

    /// <summary>What the model makes of the whole plane or line of its inputs: a decision surface, or a fitted curve.</summary>
    /// <param name="model">The model.</param>
    /// <param name="split">The examples drawn as points: train, validation or test.</param>
    /// <returns>The chart; null where the inputs are not two numbers that are told apart, or one number that another is predicted from.</returns>
    /// <exception cref="ArgumentException">The split does not exist or is empty.</exception>
    public static ScatterChart? OfInputs(TrainedModel model, string split = "test")
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Data.IsTokens || model.Data.InputShape.Length != 1) return null;
        var classes = model.Task == LearningTasks.Classification;
        return model.Data.InputShape[0] switch
        {
            2 when classes && model.Data.Classes <= byte.MaxValue => DecisionSurface.Of(model, split),
            1 when model.Task == LearningTasks.Regression && model.Data.TargetNames.Length == 1 => FittedCurve.Of(model, split),
            _ => null,
        };
    }

    /// <summary>Pictures of a split with what the model makes of them: probabilities, right or wrong, what counts.</summary>
    /// <param name="model">The model, of pictures.</param>
    /// <param name="examples">The examples, in the order to show them.</param>
    /// <param name="title">What they are.</param>
    /// <exception cref="DataException">The examples are not pictures.</exception>
    public static ImageGrid OfExamples(TrainedModel model, IReadOnlyList<ExamplePrediction> examples, string title = "")
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(examples);
        return ExampleSheet.Of(model, examples, title);
    }

    /// <summary>How the weights of each layer are spread.</summary>
    /// <param name="module">The module.</param>
    /// <param name="title">Whose weights they are.</param>
    /// <returns>A histogram of the six largest weight matrices, biases left out; shares of each layer, since layers differ in size.</returns>
    public static Histogram OfWeights(nn.Module module, string title = "Weights")
    {
        ArgumentNullException.ThrowIfNull(module);
        return WeightHistogram.Of(module, title);
    }

    private static ImmutableArray<double> Column(ImmutableArray<float> values, int column, int columns) =>
        [.. Enumerable.Range(0, values.Length / columns).Select(i => (double)values[i * columns + column])];
}
