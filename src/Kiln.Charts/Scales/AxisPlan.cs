namespace Kiln.Charts.Scales;

/// <summary>A place on an axis with what is written there.</summary>
internal readonly record struct Tick(double Value, string Label);

/// <summary>An axis worked out: its ends, its ticks, and where a value falls.</summary>
internal sealed class AxisPlan
{
    private readonly double _from, _span;

    private AxisPlan(double min, double max, bool log, IReadOnlyList<Tick> ticks)
    {
        (Min, Max, Log, Ticks) = (min, max, log, ticks);
        _from = log ? Math.Log10(min) : min;
        _span = (log ? Math.Log10(max) : max) - _from;
    }

    public double Min { get; }

    public double Max { get; }

    public bool Log { get; }

    public IReadOnlyList<Tick> Ticks { get; }

    /// <summary>Where the value falls: 0 at <see cref="Min"/>, 1 at <see cref="Max"/>, NaN for a value the axis cannot show.</summary>
    public double Share(double value)
    {
        if (!Extent.Shows(value, Log)) return double.NaN;
        return ((Log ? Math.Log10(value) : value) - _from) / _span;
    }

    /// <summary>Works out an axis.</summary>
    /// <param name="axis">What is asked for.</param>
    /// <param name="extent">The values to show.</param>
    /// <param name="wanted">About how many ticks there is room for.</param>
    /// <param name="snap">Whether an end that is not given moves outwards to the next tick.</param>
    public static AxisPlan For(Axis axis, Extent extent, int wanted, bool snap)
    {
        var (min, max) = Ends(axis, extent);
        // A fixed end stays where it is, a free one moves: while values come in, the frame then changes rarely.
        var (snapMin, snapMax) = (snap && !IsGiven(axis.Min, axis.Log), snap && !IsGiven(axis.Max, axis.Log));
        return axis.Log
            ? ForLog(min, max, wanted, snapMin, snapMax)
            : ForLinear(min, max, wanted, axis.Whole, snapMin, snapMax);
    }

    /// <summary>An axis of words at equal distances, the first one on top of an upright axis.</summary>
    public static AxisPlan OfNames(IReadOnlyList<string> names) =>
        // A negative span turns the axis round; half a step of air keeps the words off the ends.
        new(names.Count - .5, -.5, log: false, [.. names.Select((name, i) => new Tick(i, name))]);

    private static bool IsGiven(double? end, bool log) => end is { } value && Extent.Shows(value, log);

    private static (double Min, double Max) Ends(Axis axis, Extent extent)
    {
        var (min, max) = extent.IsEmpty ? axis.Log ? (.1, 1) : (0, 1) : (extent.Min, extent.Max);
        if (IsGiven(axis.Min, axis.Log)) min = axis.Min!.Value;
        if (IsGiven(axis.Max, axis.Log)) max = axis.Max!.Value;
        if (min > max && IsGiven(axis.Min, axis.Log) && IsGiven(axis.Max, axis.Log)) (min, max) = (max, min);
        // All values lie beyond the one end that is given: that end wins.
        if (min > max) (min, max) = IsGiven(axis.Min, axis.Log) ? (min, min) : (max, max);
        return Widened(min, max, axis);
    }

    /// <summary>Gives a range without width (one value, or nothing but rounding errors) some room.</summary>
    private static (double Min, double Max) Widened(double min, double max, Axis axis)
    {
        var size = Math.Max(Math.Abs(min), Math.Abs(max));
        if (max - min > size * 1e-9 && max - min > 1e-300) return (min, max);
        if (axis.Log) return (min / 2, max * 2);
        var room = size < 1e-290 ? 1 : axis.Whole ? Math.Max(1, size * .05) : size * .05;
        return (IsGiven(axis.Min, false) ? min : min - room, IsGiven(axis.Max, false) ? max : max + room);
    }

    private static AxisPlan ForLinear(double min, double max, int wanted, bool whole, bool snapMin, bool snapMax)
    {
        var step = Steps.Nice((max - min) / Math.Max(1, wanted));
        if (whole) step = Math.Max(1, step);
        if (snapMin) min = Math.Floor(min / step + 1e-9) * step;
        if (snapMax) max = Math.Ceiling(max / step - 1e-9) * step;
        var format = new TickFormat(min, max, step);
        var ticks = new List<Tick>();
        for (var i = Math.Ceiling(min / step - 1e-9); i <= max / step + 1e-9 && ticks.Count < 100; i++)
            ticks.Add(new Tick(i * step, format.Write(i * step)));
        return new AxisPlan(min, max, log: false, ticks);
    }

    private static AxisPlan ForLog(double min, double max, int wanted, bool snapMin, bool snapMax)
    {
        var values = Steps.Log(min, max, wanted, snapMin, snapMax);
        if (snapMin && values[0] < min) min = values[0];
        if (snapMax && values[^1] > max) max = values[^1];
        var inside = values.Where(value => value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)).ToArray();
        if (inside.Length < 2) inside = [min, max];
        return new AxisPlan(min, max, log: true, [.. inside.Select(value => new Tick(value, Numbers.Short(value)))]);
    }
}
