using System.Collections.Immutable;
using Kiln.Charts;
using Kiln.Training;

namespace Kiln;

/// <summary>What a model says along its one input, through the examples of a split.</summary>
internal static class FittedCurve
{
    private const int Steps = 200;

    /// <summary>The chart; the model takes one number and predicts one.</summary>
    public static ScatterChart Of(TrainedModel model, string split)
    {
        var plane = new InputPlane(model, split);
        var (min, max) = plane.Range(0);
        var xs = Enumerable.Range(0, Steps + 1).Select(i => min + (max - min) * i / Steps).ToImmutableArray();
        var line = model.PredictBatch([.. xs.Select(x => new[] { (float)x })]);
        var truths = Truths(model, plane.Rows);
        return new ScatterChart
        {
            Title = $"{model.Data.TargetNames[0]} by {plane.Name(0)}, {split} split of {model.Data.Name}",
            X = new Axis(plane.Name(0)),
            Y = new Axis(model.Data.TargetNames[0]),
            Points = [new PointSet("example", [.. plane.Values.Select(value => (double)value[0])], truths)],
            Lines = [new Line("model", xs, [.. line.Select(said => said.Values[0].Value)])],
        };
    }

    private static ImmutableArray<double> Truths(TrainedModel model, long[] rows)
    {
        var scaling = model.Data.TargetScaling;
        return [.. rows.Select(row => model.Data.Targets[row, 0].item<float>() * scaling.Deviation[0] + scaling.Mean[0])];
    }
}
