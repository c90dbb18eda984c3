using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>One point of a <see cref="StepCurve"/>: the mean over neighbouring steps.</summary>
/// <param name="Epoch">Epoch of the last of them, from 1.</param>
/// <param name="Step">Their mean number over the whole run; the first step is 0.</param>
/// <param name="Count">How many steps it is the mean of.</param>
/// <param name="Values">A mean for each name of the curve, over the steps that measured it; NaN where none did.</param>
public readonly record struct StepPoint(int Epoch, double Step, int Count, ImmutableArray<double> Values);

/// <summary>What a run measured step by step (loss, learning rate, …), in a bounded number of points.</summary>
/// <remarks>
/// A run keeps at most <see cref="Capacity"/> points. Beyond them neighbours are joined into their mean, and each point
/// says how many steps it stands for; so nothing is left out, and spikes are flattened, never moved.
/// </remarks>
/// <param name="Names">Names of what was measured.</param>
/// <param name="Points">The points, by step.</param>
public sealed record StepCurve(ImmutableArray<string> Names, ImmutableArray<StepPoint> Points)
{
    /// <summary>The most points that the store keeps of a run.</summary>
    public const int Capacity = 1000;

    /// <summary>A curve without points.</summary>
    public static StepCurve Empty { get; } = new([], []);

    /// <summary>How many steps the coarsest point is the mean of; 1 for a curve that has every step.</summary>
    public int Span => Points.IsEmpty ? 1 : Points.Max(point => point.Count);

    /// <summary>The values of one name, one for each point; all NaN where it was never measured.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The values.</returns>
    public ImmutableArray<double> Of(string name)
    {
        var at = Names.IndexOf(name);
        return [.. Points.Select(point => at < 0 ? double.NaN : point.Values[at])];
    }

    /// <summary>The curve in at most so many points: neighbours are joined, first those of one epoch.</summary>
    /// <param name="most">The most points; default <see cref="Capacity"/>.</param>
    /// <returns>The curve, itself where it has no more.</returns>
    public StepCurve Thinned(int most = Capacity) => StepThinning.To(this, most);

    /// <summary>The curve without names of which no step measured anything.</summary>
    /// <returns>The curve, itself where there is no such name.</returns>
    public StepCurve Measured()
    {
        var measured = Enumerable.Range(0, Names.Length).Where(at => Points.Any(point => !double.IsNaN(point.Values[at]))).ToList();
        return measured.Count == Names.Length
            ? this
            : new([.. measured.Select(at => Names[at])], [.. Points.Select(point => point with { Values = [.. measured.Select(at => point.Values[at])] })]);
    }

    /// <summary>Steps in an epoch, as the last point of the finished epochs tells; 0 where none has finished.</summary>
    /// <param name="finished">Number of epochs that have finished.</param>
    /// <returns>The number.</returns>
    public int StepsPerEpoch(int finished) => Points.LastOrDefault(point => point.Epoch <= finished) is { Count: > 0 } last
        ? (int)Math.Round((last.Step + ((last.Count - 1) / 2.0) + 1) / last.Epoch)
        : 0;

    /// <summary>Curves one after the other, with the names of all.</summary>
    /// <param name="curves">The curves, by step.</param>
    /// <returns>The one curve.</returns>
    public static StepCurve Join(params IReadOnlyCollection<StepCurve> curves)
    {
        ImmutableArray<string> names = [.. curves.SelectMany(curve => curve.Names).Distinct()];
        return new(names, [.. curves.SelectMany(curve => curve.Renamed(names))]);
    }

    /// <summary>The points of some epochs.</summary>
    internal StepCurve Where(Func<int, bool> epoch) => this with { Points = [.. Points.Where(point => epoch(point.Epoch))] };

    private IEnumerable<StepPoint> Renamed(ImmutableArray<string> names) => names.SequenceEqual(Names)
        ? Points
        : Points.Select(point => point with { Values = [.. names.Select(name => Names.IndexOf(name) is >= 0 and var at ? point.Values[at] : double.NaN)] });
}
