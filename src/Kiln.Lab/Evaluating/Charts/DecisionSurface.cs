using System.Collections.Immutable;
using Kiln.Charts;
using Kiln.Training;

namespace Kiln;

/// <summary>Which class a model says everywhere in the plane of its two inputs, and the examples of a split on it.</summary>
internal static class DecisionSurface
{
    private const int Columns = 140, Rows = 90;

    /// <summary>The chart; the model takes two numbers and tells classes apart.</summary>
    public static ScatterChart Of(TrainedModel model, string split)
    {
        var plane = new InputPlane(model, split);
        var (x, y) = (plane.Range(0), plane.Range(1));
        var places = model.Data.ClassNames.Select((name, k) => (name, k)).ToDictionary(pair => pair.name, pair => (byte)pair.k);
        var cells = Enumerable.Range(0, Columns * Rows).Select(i => new[]
        {
            (float)(x.Min + (x.Max - x.Min) * (i % Columns + .5) / Columns), (float)(y.Max - (y.Max - y.Min) * (i / Columns + .5) / Rows),
        }).ToList();
        return new ScatterChart
        {
            Title = $"Decision surface, {split} split of {model.Data.Name}",
            Height = 400,
            X = new Axis(plane.Name(0)),
            Y = new Axis(plane.Name(1)),
            Regions = new ClassRegions([.. model.PredictBatch(cells).Select(said => places[said.Class!])], Columns, Rows, model.Data.ClassNames) { X = x, Y = y },
            Points = [.. Points(model, plane)],
        };
    }

    private static IEnumerable<PointSet> Points(TrainedModel model, InputPlane plane)
    {
        var said = model.PredictRows(plane.Rows);
        var truths = plane.Rows.Select(row => model.Data.ClassNames[(int)model.Data.Targets[row].item<long>()]).ToArray();
        for (var k = 0; k < model.Data.ClassNames.Length; k++)
            if (Set(model.Data.ClassNames[k], i => truths[i] == model.Data.ClassNames[k]) is { X.Length: > 0 } points)
                yield return points with { Color = Palette.Colors[k % Palette.Colors.Length] };
        var mistakes = Set("mistake", i => truths[i] != said[i].Class);
        if (mistakes.X.Length > 0) yield return mistakes with { Rings = true, Color = Palette.Neutral };

        PointSet Set(string name, Func<int, bool> belongs)
        {
            var members = Enumerable.Range(0, truths.Length).Where(belongs).ToArray();
            return new PointSet(name, Coordinates(plane, members, 0), Coordinates(plane, members, 1));
        }
    }

    private static ImmutableArray<double> Coordinates(InputPlane plane, int[] members, int column) =>
        [.. members.Select(i => (double)plane.Values[i][column])];
}
