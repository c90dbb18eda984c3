namespace Kiln.Charts.Scales;

/// <summary>Parallel coordinates worked out: the plan of each axis, which runs are drawn, in which order and how good each is.</summary>
internal sealed class ParallelPlan
{
    private const int MostLines = 300, BestLines = 30;

    public ParallelPlan(ParallelCoordinates chart, double height)
    {
        Axes = [.. chart.Axes.Select(axis => PlanOf(axis, height))];
        Count = chart.Axes.IsEmpty ? 0 : chart.Axes[0].Values.Length;
        Ranked = RankedRuns(chart);
        // The best ones last, so that they lie on top.
        Drawn = [.. Chosen(Ranked).Reverse()];
    }

    public AxisPlan[] Axes { get; }

    /// <summary>How many runs there are.</summary>
    public int Count { get; }

    /// <summary>Runs that have an outcome, the best first; in the order given where better is not known.</summary>
    public int[] Ranked { get; }

    /// <summary>Runs that are drawn, the best last.</summary>
    public int[] Drawn { get; }

    /// <summary>How good a drawn run is: 0 the worst, 1 the best; by rank, so that one failure does not make all others alike.</summary>
    public double Merit(int position) => Drawn.Length < 2 ? 1 : position / (Drawn.Length - 1.0);

    /// <summary>Where a run crosses the axes: pairs of axis and share of its height from below, without gaps.</summary>
    public IEnumerable<(int Axis, double Share)> Crossings(ParallelCoordinates chart, int run)
    {
        for (var axis = 0; axis < Axes.Length; axis++)
            if (Axes[axis].Share(chart.Axes[axis].Values[run]) is >= 0 and <= 1 and var share) yield return (axis, share);
    }

    private static AxisPlan PlanOf(ParallelAxis axis, double height)
    {
        if (!axis.Names.OrEmpty().IsEmpty) return AxisPlan.OfNames(axis.Names);
        var extent = new Extent(axis.Log);
        extent.Add(axis.Values);
        return AxisPlan.For(new Axis("") { Log = axis.Log }, extent, (int)Math.Max(2, height / 45), snap: true);
    }

    private static int[] RankedRuns(ParallelCoordinates chart)
    {
        if (chart.Axes is not [.., var outcome]) return [];
        var runs = Enumerable.Range(0, outcome.Values.Length).Where(run => Extent.Shows(outcome.Values[run], outcome.Log));
        return chart.Better switch
        {
            Better.Lower => [.. runs.OrderBy(run => outcome.Values[run])],
            Better.Higher => [.. runs.OrderByDescending(run => outcome.Values[run])],
            _ => [.. runs],
        };
    }

    private static IEnumerable<int> Chosen(int[] ranked)
    {
        if (ranked.Length <= MostLines) return ranked;
        const int Others = MostLines - BestLines;
        return ranked.Take(BestLines).Concat(Enumerable.Range(0, Others).Select(i => ranked[BestLines + (int)((long)i * (ranked.Length - BestLines) / Others)]));
    }
}
