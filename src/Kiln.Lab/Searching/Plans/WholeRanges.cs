using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>
/// Makes ranges of a space whole numbers where what they are for takes nothing else: <c>width=8..128</c> for an
/// <c>hp.Int("width", …)</c> means the same as <c>width=8..128(int)</c>.
/// </summary>
internal static class WholeRanges
{
    private static readonly string[] WholeOptions = ["batch", "epochs"];

    /// <summary>The space with such ranges made whole.</summary>
    public static Space Of(Space space, IReadOnlyCollection<Hyperparameter> hyperparameters)
    {
        var whole = hyperparameters.Where(hyperparameter => hyperparameter.Kind == HyperparameterKind.Int).Select(hyperparameter => hyperparameter.Name)
            .Concat(WholeOptions.Where(option => hyperparameters.All(hyperparameter => hyperparameter.Name != option)))
            .ToHashSet();
        return space.Select(dimension => whole.Contains(dimension.Name) ? Whole(dimension) : dimension);
    }

    private static Dimension Whole(Dimension dimension) => dimension switch
    {
        FloatDimension range when IsWhole(range.Low, range.High) => new IntDimension(range.Name, (long)range.Low, (long)range.High, false, range.LevelCount),
        LogFloatDimension range when IsWhole(range.Low, range.High) => new IntDimension(range.Name, (long)range.Low, (long)range.High, true, range.LevelCount),
        StepDimension range when IsWhole(range.Low, range.High) && IsWhole(range.Low, range.Step) => range with { IsInt = true },
        _ => dimension,
    };

    private static bool IsWhole(double low, double high) => low == Math.Floor(low) && high == Math.Floor(high) && Math.Abs(high) < 1e15;
}
