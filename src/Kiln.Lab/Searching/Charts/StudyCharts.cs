using Kiln.Charts;
using Kiln.Search;

namespace Kiln;

/// <summary>The pictures of a study.</summary>
/// <example><c>(await Lab.Search("tpe", "net", new() { Trials = 30 })).Charts.History()</c></example>
public sealed class StudyCharts
{
    // A new picture is one line here.
    private static readonly (string Name, Func<StudyCharts, IEnumerable<Chart?>> Draw)[] All =
    [
        ("history", charts => [charts.History()]),
        ("front", charts => [charts.Front()]),
        ("schedule", charts => charts.Schedules()),
        ("importance", charts => [charts.Importance()]),
        ("parallel", charts => [charts.Parallel()]),
        ("slice", charts => charts.Slices()),
        ("contour", charts => [charts.Contour()]),
        ("curves", charts => [charts.Curves()]),
        ("edf", charts => [charts.Edf()]),
        ("timeline", charts => [charts.Timeline()]),
    ];

    // Where the greatest number of a list is so many times the least, those between crowd at one end of an even axis.
    private const double LogFactor = 10;

    private readonly StudyResult _study;

    internal StudyCharts(StudyResult study) => _study = study;

    /// <summary>Names of all pictures.</summary>
    public static IEnumerable<string> Names => All.Select(chart => chart.Name);

    /// <summary>The names of those that a finished search shows unasked, below its history.</summary>
    public static IReadOnlyList<string> Usual { get; } = ["front", "schedule", "importance", "parallel"];

    /// <summary>Pictures by their name; none where the study has too few trials for them.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>The pictures: one, or of <c>slice</c> and <c>schedule</c> one for each parameter.</returns>
    /// <exception cref="LabException">There is no such picture.</exception>
    public IReadOnlyList<Chart> Named(string name)
    {
        var (_, draw) = All.FirstOrDefault(chart => string.Equals(chart.Name, name, StringComparison.OrdinalIgnoreCase));
        if (draw is null) throw new LabException($"There is no chart of studies called '{name}'. {Training.Suggestions.Hint(name, [.. Names])}");
        return [.. draw(this).OfType<Chart>()];
    }

    /// <summary>Each trial's value in the order of the trials, and the best so far; pruned trials at what they reported last, failed ones at the edge.</summary>
    public Chart History() => HistoryChart.Of(_study);

    /// <summary>With two or more metrics: all trials by the first two, and those that none beats; else null.</summary>
    public Chart? Front() => FrontChart.Of(_study);

    /// <summary>Of a population: how each setting of the best member went over the epochs, and what the others tried, at most six; else none.</summary>
    public IReadOnlyList<Chart> Schedules() => [.. ScheduleChart.AllOf(_study)];

    /// <summary>How much each parameter matters to the metric; null with too few trials, and of a population.</summary>
    public Chart? Importance() => _study.IsPopulation ? null : ImportanceChart.Of(_study);

    /// <summary>What trials chose and what came of it, as parallel coordinates; null with too few trials, and of a population.</summary>
    public Chart? Parallel() => _study.IsPopulation ? null : TrialsChart.Of(_study);

    /// <summary>The metric by each parameter alone, the most important first, at most six.</summary>
    public IReadOnlyList<Chart> Slices() => [.. ParameterOrder.Of(_study).Take(6).Select(dimension => SliceChart.Of(_study, dimension))];

    /// <summary>The metric over two parameters, smoothed between the trials; null where there are no two with numbers, or too few trials.</summary>
    /// <param name="x">The parameter across; null (default): the most important one.</param>
    /// <param name="y">The parameter upwards; null (default): the most important other one.</param>
    public Chart? Contour(string? x = null, string? y = null) => ContourChart.Of(_study, x, y);

    /// <summary>What each trial reported on its way; null where none did.</summary>
    public Chart? Curves() => CurvesChart.Of(_study);

    /// <summary>The share of trials that are at most so good: the empirical distribution of the metric; null with too few trials.</summary>
    public Chart? Edf() => EdfChart.Of(_study);

    /// <summary>When each trial was trained, and how it ended; null where that was not recorded.</summary>
    public Chart? Timeline() => TimelineChart.Of(_study);

    /// <summary>The metric in words.</summary>
    internal static string Metric(StudyResult study) => Words(study.Metric);

    /// <summary>A metric in words: <c>val accuracy</c>.</summary>
    /// <param name="metric">A name as runs have it.</param>
    public static string Words(string metric) => metric.Replace('_', ' ');

    /// <summary>Trials with a finite value, in their order.</summary>
    internal static List<TrialRow> Valued(StudyResult study) => [.. study.Trials.Where(trial => trial.Value is { } value && double.IsFinite(value))];

    internal static Better BetterOf(StudyResult study) => study.Maximize ? Better.Higher : Better.Lower;

    /// <summary>Whether steps of a parameter are factors: it says so itself, or it is a list of numbers such as <c>{1e-4,1e-3,1e-2}</c>.</summary>
    internal static bool IsLog(Dimension dimension) => dimension switch
    {
        LogFloatDimension or IntDimension { IsLog: true } => true,
        ChoiceDimension { IsNumber: true } list => list.Values.Min(value => value.AsDouble()) is > 0 and var least && list.Values.Max(value => value.AsDouble()) >= LogFactor * least,
        _ => false,
    };
}
