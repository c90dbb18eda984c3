using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln.Notebooks;

/// <summary>Figures of what is to be predicted, over one split.</summary>
internal static class TargetFigures
{
    /// <summary>Mean and deviation, and the range, in the target's own unit: "180.9 ± 79.4 (34.9 to 755)".</summary>
    public static string Range(DataSet data, DataSplit split, int column)
    {
        using var scope = NewDisposeScope();
        var values = Column(data, split, column).mul(data.TargetScaling.Deviation[column]).add(data.TargetScaling.Mean[column]);
        var (mean, spread) = (values.mean().item<float>(), values.std(unbiased: false).item<float>());
        return $"{Numbers.Short(mean)} ± {Numbers.Short(spread)} ({Numbers.Short(values.min().item<float>())} to {Numbers.Short(values.max().item<float>())})";
    }

    /// <summary>How many examples have a label.</summary>
    public static long Ones(DataSet data, DataSplit split, int label)
    {
        using var scope = NewDisposeScope();
        return (long)Column(data, split, label).sum().item<float>();
    }

    private static Tensor Column(DataSet data, DataSplit split, int column) =>
        data.Targets.select(1, column).index_select(0, tensor(split.Indices.ToArray()));
}
