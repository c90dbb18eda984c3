using System.Collections.Immutable;
using Kiln.Charts;
using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>The pictures that belong to an evaluation.</summary>
internal static class EvaluationCharts
{
    private const int MostColumns = 4;

    /// <summary>Confusions, or predictions against truths.</summary>
    public static IEnumerable<Chart> Of(ModelEvaluation evaluation)
    {
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

    /// <summary>What the model makes of the whole plane or line of its inputs, where these have two numbers or one.</summary>
    public static Chart? OfInputs(TrainedModel model, string split)
    {
        if (model.Data.IsTokens || model.Data.InputShape.Length != 1) return null;
        var classes = model.Task == LearningTasks.Classification;
        return model.Data.InputShape[0] switch
        {
            2 when classes && model.Data.Classes <= byte.MaxValue => DecisionSurface.Of(model, split),
            1 when model.Task == LearningTasks.Regression && model.Data.TargetNames.Length == 1 => FittedCurve.Of(model, split),
            _ => null,
        };
    }

    private static ImmutableArray<double> Column(ImmutableArray<float> values, int column, int columns) =>
        [.. Enumerable.Range(0, values.Length / columns).Select(i => (double)values[i * columns + column])];
}
