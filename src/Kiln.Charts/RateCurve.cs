using System.Collections.Immutable;
using Kiln.Charts.Scales;

namespace Kiln.Charts;

/// <summary>The curve of a search for a learning rate: the loss over rates that grow by the same factor from step to step.</summary>
public static class RateCurve
{
    /// <summary>Draws the curve over a logarithmic axis.</summary>
    /// <param name="rates">The rate of each step, shape (T), ascending and positive.</param>
    /// <param name="losses">The loss of each step, shape (T); one that is not finite leaves a gap.</param>
    /// <param name="smoothed">The losses smoothed, shape (T); drawn in front of them. Null: the losses alone.</param>
    /// <param name="suggested">The rate to mark; null where none can be suggested.</param>
    /// <returns>A chart whose vertical axis ends where the interesting part does: what explodes on the right leaves the frame.</returns>
    public static LineChart Of(
        ImmutableArray<double> rates, ImmutableArray<double> losses, ImmutableArray<double>? smoothed = null, double? suggested = null)
    {
        var judged = smoothed ?? losses;
        var lines = ImmutableArray.CreateBuilder<Line>();
        if (smoothed is { } smooth)
        {
            lines.Add(new Line("loss", rates, losses) { Faint = true, Color = Palette.Neutral });
            lines.Add(new Line("smoothed", rates, smooth) { Color = Palette.Colors[0] });
        }
        else lines.Add(new Line("loss", rates, losses) { Color = Palette.Colors[0] });
        return new LineChart
        {
            Title = "Loss by learning rate",
            X = new Axis("learning rate") { Log = true },
            Y = Interesting(judged.OrEmpty()),
            Lines = lines.ToImmutable(),
            Better = Better.Lower,
            Markers = suggested is { } rate ? [new Marker($"suggested {Numbers.Short(rate)}", rate) { Y = At(rates.OrEmpty(), judged.OrEmpty(), rate) }] : [],
        };
    }

    private static Axis Interesting(ImmutableArray<double> losses)
    {
        var finite = losses.Where(double.IsFinite).ToArray();
        if (finite.Length == 0) return new Axis("loss");
        var (first, lowest, highest) = (finite[0], finite.Min(), finite.Max());
        // Half the way that the loss fell is shown above where it began.
        var top = first + Math.Max((first - lowest) * .5, Math.Abs(first) * .05);
        return new Axis("loss") { Max = top < highest ? top : null };
    }

    private static double? At(ImmutableArray<double> rates, ImmutableArray<double> losses, double rate)
    {
        if (rates.IsEmpty || rates.Length != losses.Length) return null;
        var nearest = Enumerable.Range(0, rates.Length).MinBy(i => Math.Abs(Math.Log(rates[i] / rate)));
        return double.IsFinite(losses[nearest]) ? losses[nearest] : null;
    }
}
