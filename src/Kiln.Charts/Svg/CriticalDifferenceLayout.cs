using Kiln.Charts.Scales;

namespace Kiln.Charts.Svg;

/// <summary>Where the parts of a critical-difference diagram stand, in CSS pixels; the better half of the arms hangs left, the other right.</summary>
internal sealed class CriticalDifferenceLayout
{
    private const double Pitch = 24, BarPitch = 9;

    private readonly CriticalDifferenceDiagram _chart;
    private readonly int _left;

    public CriticalDifferenceLayout(CriticalDifferenceDiagram chart)
    {
        _chart = chart;
        _left = (chart.Arms.Length + 1) / 2;
        Names = [.. chart.Arms.Select(arm => TextMetrics.Fit(arm.Name, chart.Width * .3, 12, bold: true))];
        Groups = [.. chart.Groups()];
        var top = 12 + (chart.Title == "" ? 0 : 22) + (chart.CriticalDifference is null ? 20 : 56);
        var room = 24 + Math.Ceiling(Names.Select(name => TextMetrics.Width(name, 12, bold: true)).DefaultIfEmpty().Max() + TextMetrics.Width("00.00", 11) + 8);
        Frame = new Frame(room, top, Math.Max(room + 40, chart.Width - room), top);
        Plan = AxisPlan.For(new Axis("") { Min = 1, Max = Math.Max(2, chart.Arms.Length), Whole = true }, new Extent(false), 12, snap: false);
        FirstRow = top + 20 + Lanes * BarPitch;
        Size = (chart.Width, (int)Math.Ceiling(FirstRow + Math.Max(1, _left) * Pitch));
    }

    public (int Width, int Height) Size { get; }

    /// <summary>The axis of ranks: a frame without height.</summary>
    public Frame Frame { get; }

    public AxisPlan Plan { get; }

    /// <summary>Names as far as there is room for them.</summary>
    public string[] Names { get; }

    public (int First, int Last)[] Groups { get; }

    private double FirstRow { get; }

    private int Lanes => Groups.Length == 0 ? 0 : Enumerable.Range(0, Groups.Length).Max(Lane) + 1;

    public double X(int arm) => Frame.X(Plan, _chart.Arms[arm].MeanRank);

    public bool IsLeft(int arm) => arm < _left;

    /// <summary>Height of the line to an arm's name: the outermost ranks are written first, so that no line crosses another.</summary>
    public double Row(int arm) => FirstRow + (IsLeft(arm) ? arm : _chart.Arms.Length - 1 - arm) * Pitch;

    /// <summary>Height of the bar of a group.</summary>
    public double Bar(int group) => Frame.Top + 14 + Lane(group) * BarPitch;

    // Groups that overlap lie below one another; one that begins behind the end of another may share its height.
    private int Lane(int group)
    {
        var lane = 0;
        for (var before = 0; before < group; before++)
            if (Groups[before].Last >= Groups[group].First && Lane(before) == lane) (lane, before) = (lane + 1, -1);
        return lane;
    }
}
