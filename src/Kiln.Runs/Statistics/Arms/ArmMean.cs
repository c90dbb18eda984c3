using System.Collections.Immutable;

namespace Kiln.Runs;

/// <summary>Mean and interval of one arm: the interval is the one whose assumptions its values meet.</summary>
/// <remarks>
/// Over seeds it is the inverted sign-flip test of the values, as of differences: it asks for symmetry alone, where Student's t on six
/// values that are uniform covers less than it says. Below the number of seeds that the level needs (6 for .05) there is no such
/// interval, and Student's t is given, labelled approximate. What both cover is measured in README.md beside this folder.
/// </remarks>
internal static class ArmMean
{
    public static MeanInterval Of(ImmutableArray<double> values, PairedComparisonOptions options) => options.Pairing switch
    {
        Pairing.Seed => OfSeeds(values, options),
        Pairing.Fold when values.Length > 1 => OfFolds(values, options),
        Pairing.Example when values.All(value => value is 0 or 1) => WilsonInterval.Of(values, options.Alpha),
        _ => MeanInterval.Of(values, options.Alpha),
    };

    private static MeanInterval OfSeeds(ImmutableArray<double> values, PairedComparisonOptions options)
    {
        var student = MeanInterval.Of(values, options.Alpha);
        var exact = SignFlipInterval.Of(values, options.Alpha, options.Seed);
        return exact.IsBounded
            ? student with { Low = exact.Low, High = exact.High, Method = "inverted sign-flip test", IsApproximate = false }
            : student;
    }

    // Folds share training examples: their means scatter less than their mean does.
    private static MeanInterval OfFolds(ImmutableArray<double> values, PairedComparisonOptions options)
    {
        var corrected = NadeauBengioTest.Of(values, options.TestToTrain, options.Alpha);
        return MeanInterval.Of(values, options.Alpha) with { Low = corrected.Low, High = corrected.High, Method = "corrected t" };
    }
}
