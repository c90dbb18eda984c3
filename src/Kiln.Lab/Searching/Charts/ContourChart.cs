using System.Collections.Immutable;
using System.Globalization;
using Kiln.Charts;
using Kiln.Search;

namespace Kiln;

/// <summary>The metric of a study over two parameters, smoothed between the trials.</summary>
internal static class ContourChart
{
    private const int Columns = 120, Rows = 80, LeastTrials = 6;

    // Of the range of a parameter: as wide as some ten trials can tell.
    private const double Width = 0.12;

    // From pale to strong: more is better.
    private static readonly ImmutableArray<string> Shades = ["#c9c9c9", "#a9c3dc", "#7fb0dd", "#4c97d4", "#1f6fb0"];

    /// <summary>The chart; null where there are no two parameters with numbers, or too few trials.</summary>
    /// <exception cref="LabException">A name is none of the space.</exception>
    public static ScatterChart? Of(StudyResult study, string? x, string? y)
    {
        // One that only few trials have would leave too few that have both.
        var valued = StudyCharts.Valued(study);
        var order = ParameterOrder.Of(study).Where(dimension => dimension.Categories is null && ParameterOrder.IsNumber(study.Trials, dimension.Name)
            && valued.Count(trial => trial.Parameters.ContainsKey(dimension.Name)) > valued.Count / 2).ToList();
        var across = x is null ? order.FirstOrDefault(dimension => dimension.Name != y) : Find(study, x);
        var upwards = y is null ? order.FirstOrDefault(dimension => dimension.Name != across?.Name) : Find(study, y);
        if (across is null || upwards is null) return null;
        var trials = valued.Where(trial => trial.Parameters.ContainsKey(across.Name) && trial.Parameters.ContainsKey(upwards.Name)).ToList();
        return trials.Count < LeastTrials ? null : Draw(study, trials, across, upwards);
    }

    private static ScatterChart Draw(StudyResult study, List<TrialRow> trials, Dimension across, Dimension upwards)
    {
        var (xs, ys) = (new Span(trials, across), new Span(trials, upwards));
        var surface = Surface(trials, xs, ys);
        var (low, high) = (surface.Min(), surface.Max());
        var step = high > low ? (high - low) / Shades.Length : 1;
        return new ScatterChart
        {
            Title = $"{StudyCharts.Metric(study)} by {across.Name} and {upwards.Name}, smoothed between {trials.Count} trials",
            Height = 400,
            X = new Axis(across.Name) { Log = xs.IsLog },
            Y = new Axis(upwards.Name) { Log = ys.IsLog },
            Regions = new ClassRegions([.. surface.Select(value => (byte)Math.Clamp((value - low) / step, 0, Shades.Length - 1))], Columns, Rows, Names(low, step))
            {
                X = xs.Ends,
                Y = ys.Ends,
                Colors = study.Maximize ? Shades : [.. Shades.Reverse()],
            },
            Points = [.. new[] { Set("trial", Palette.Neutral, trial => trial.Number != study.Best?.Number), Set("best", Palette.Colors[1], trial => trial.Number == study.Best?.Number) }.Where(set => set.X.Length > 0)],
        };

        PointSet Set(string name, string color, Predicate<TrialRow> isIn)
        {
            var all = trials.FindAll(isIn);
            return new PointSet(name, [.. all.Select(trial => ParameterOrder.Number(trial, across.Name)!.Value)], [.. all.Select(trial => ParameterOrder.Number(trial, upwards.Name)!.Value)]) { Color = color };
        }
    }

    /// <summary>A mean of the trials around each place, the nearer ones counting more (Nadaraya and Watson, 1964); row by row from the upper left.</summary>
    private static double[] Surface(List<TrialRow> trials, Span xs, Span ys)
    {
        var points = trials.Select(trial => (X: xs.Place(trial), Y: ys.Place(trial), Value: trial.Value!.Value)).ToList();
        var surface = new double[Columns * Rows];
        for (var i = 0; i < surface.Length; i++)
        {
            var (x, y) = ((i % Columns + 0.5) / Columns, 1 - (i / Columns + 0.5) / Rows);
            double sum = 0, weights = 0;
            foreach (var point in points)
            {
                var distance = ((x - point.X) * (x - point.X) + (y - point.Y) * (y - point.Y)) / (2 * Width * Width);
                // So far from all trials that every weight vanishes, the nearest ones still count.
                var weight = Math.Exp(-distance) + 1e-9 / (1 + distance);
                (sum, weights) = (sum + weight * point.Value, weights + weight);
            }
            surface[i] = sum / weights;
        }
        return surface;
    }

    private static ImmutableArray<string> Names(double low, double step) =>
        [.. Enumerable.Range(0, Shades.Length).Select(i => string.Create(CultureInfo.InvariantCulture, $"{low + i * step:G3} to {low + (i + 1) * step:G3}"))];

    private static Dimension Find(StudyResult study, string name) => study.Facts.Space.Dimensions.FirstOrDefault(dimension => dimension.Name == name)
        ?? throw new LabException($"The study has no parameter '{name}'. {Training.Suggestions.Hint(name, [.. study.Facts.Space.Dimensions.Select(dimension => dimension.Name)])}");

    /// <summary>The range of a parameter that the trials cover, and places in it.</summary>
    private sealed class Span
    {
        private readonly string _name;

        public Span(List<TrialRow> trials, Dimension dimension)
        {
            (_name, IsLog) = (dimension.Name, StudyCharts.IsLog(dimension));
            var values = trials.Select(trial => ParameterOrder.Number(trial, _name)!.Value).ToList();
            Ends = (values.Min(), values.Max());
        }

        public bool IsLog { get; }

        public (double Min, double Max) Ends { get; }

        public double Place(TrialRow trial) => (Scaled(ParameterOrder.Number(trial, _name)!.Value) - Scaled(Ends.Min)) / (Scaled(Ends.Max) - Scaled(Ends.Min));

        private double Scaled(double value) => IsLog ? Math.Log(value) : value;
    }
}
