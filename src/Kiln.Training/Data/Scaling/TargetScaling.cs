using System.Collections.Immutable;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// How numbers to predict were scaled: <c>y = (raw - Mean) / Deviation</c>, with one mean and deviation per column, measured on the
/// training split. Without it they are 0 and 1. Metrics are given in the target's own unit either way.
/// </summary>
/// <param name="Mean">(M) means.</param>
/// <param name="Deviation">(M) standard deviations; 1 where a column is constant.</param>
public sealed record TargetScaling(ImmutableArray<double> Mean, ImmutableArray<double> Deviation)
{
    /// <summary>Whether targets are as they were.</summary>
    public bool IsIdentity => Mean.All(mean => mean == 0) && Deviation.All(deviation => deviation == 1);

    /// <summary>Numbers in the target's own unit, (N, M) row by row, out of scaled ones.</summary>
    internal float[] Undo(Tensor scaled)
    {
        using var scope = NewDisposeScope();
        Tensor raw = scaled.to(ScalarType.Float64).mul(tensor(Deviation.ToArray())).add(tensor(Mean.ToArray()));
        return raw.to(ScalarType.Float32).contiguous().data<float>().ToArray();
    }

    internal static TargetScaling Fit(RawTargets targets, ReadOnlySpan<long> train, bool normalize)
    {
        int columns = targets.Names.Length;
        var mean = new double[columns];
        var deviation = new double[columns];
        Array.Fill(deviation, 1);
        if (normalize && targets is NumberTargets numbers)
        {
            for (int c = 0; c < columns; c++) (mean[c], deviation[c]) = Moments(numbers.Values, columns, c, train);
        }
        return new TargetScaling([.. mean], [.. deviation]);
    }

    private static (double Mean, double Deviation) Moments(float[] values, int columns, int column, ReadOnlySpan<long> rows)
    {
        double sum = 0, squares = 0;
        foreach (long row in rows) sum += values[row * columns + column];
        double mean = sum / rows.Length;
        foreach (long row in rows) squares += Math.Pow(values[row * columns + column] - mean, 2);
        double variance = squares / rows.Length;
        return (mean, variance > 1e-24 ? Math.Sqrt(variance) : 1);
    }
}
