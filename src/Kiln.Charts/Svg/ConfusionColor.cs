namespace Kiln.Charts.Svg;

/// <summary>Colour of a cell of a confusion matrix: blue for right answers, orange for mistakes, stronger with the share of the row.</summary>
/// <remarks>
/// The ground shines through pale cells, on which grey words are readable on white and on dark; strong cells carry white words.
/// Between the two lies a range of strengths on which neither is readable on both grounds: it is left out.
/// </remarks>
internal readonly record struct ConfusionColor(string Fill, double Opacity, string Ink)
{
    private const string Right = "#1f6fb0", Wrong = "#c05000";

    public static ConfusionColor Of(bool isRight, double share) => share >= .5
        ? new(isRight ? Right : Wrong, .8 + .4 * (share - .5), "#ffffff")
        : new(isRight ? Right : Wrong, .05 + .23 * Math.Sqrt(2 * share), Palette.Ink);
}
