using Kiln.Training;

namespace Kiln;

/// <summary>The examples of a split as points, with names and ranges for axes.</summary>
internal sealed class InputPlane
{
    private readonly TrainedModel _model;

    public InputPlane(TrainedModel model, string split)
    {
        _model = model;
        Rows = [.. model.Data.SplitNamed(split).Indices];
        Values = model.ValuesOf(Rows);
    }

    /// <summary>Rows of the data set.</summary>
    public long[] Rows { get; }

    /// <summary>Raw values of each.</summary>
    public IReadOnlyList<float[]> Values { get; }

    /// <summary>The name of a column.</summary>
    public string Name(int column) => _model.Data.ColumnNames.Length > column ? _model.Data.ColumnNames[column] : $"x{column + 1}";

    /// <summary>The range of a column with a little air around it.</summary>
    public (double Min, double Max) Range(int column)
    {
        var values = Values.Select(value => (double)value[column]).Where(double.IsFinite).DefaultIfEmpty(0).ToList();
        var (min, max) = (values.Min(), values.Max());
        var air = max > min ? .06 * (max - min) : 1;
        return (min - air, max + air);
    }
}
