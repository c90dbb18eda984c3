using System.Collections;
using System.Globalization;

namespace Kiln.Training;

/// <summary>Examples of inputs and targets that are apart: two tensors, or two arrays.</summary>
internal static class BlockExamples
{
    /// <exception cref="DataException">The two do not belong together, or a value cannot be learnt.</exception>
    public static RawExamples Of(string name, object inputs, object targets, TableOptions options)
    {
        string place = $"Data '{name}'";
        NumberBlock block = NumberBlock.Of($"{place}, inputs", inputs);
        RawTargets known = TargetsOf(name, targets, options, out List<string> remarks);
        if (block.Shape[0] != known.Count)
            throw new DataException($"{place}: expected as many targets as inputs, got {known.Count} targets for {block.Shape[0]} inputs of shape {ShapeText.Of(block.Shape)}. The first size is the number of examples.");
        long[] shape = block.Shape[1..];
        if (shape.Length == 0) shape = [1];
        // Bytes are pixels; a picture without channels is grey.
        if (block.Bytes is not null && shape.Length == 2) shape = [1, .. shape];
        return new RawExamples
        {
            Name = name,
            Shape = shape,
            Pixels = block.Bytes is not null && shape.Length == 3 ? block.Bytes : null,
            Features = block.Values ?? (shape.Length == 3 ? null : Array.ConvertAll(block.Bytes!, value => (float)value)),
            Targets = known,
            Facts = DataFacts.Of(remarks),
        };
    }

    private static RawTargets TargetsOf(string name, object targets, TableOptions options, out List<string> remarks)
    {
        string place = $"Data '{name}'";
        var columns = targets is string[] or IEnumerable<string> ? [Column("target", (IEnumerable)targets)] : ColumnsOf(NumberBlock.Of($"{place}, targets", AsBlock(targets)), place);
        var table = new TextTable(name, place, columns, null);
        for (int c = 0; c < columns.Count; c++)
        {
            int missing = columns[c].Numbers.FindIndex(float.IsNaN);
            if (columns[c].MissingCount > 0) throw new DataException($"{place}: the target of row {missing + 1} is missing. Leave the row out.");
        }
        RawTargets made = TargetColumns.Of(table, [.. columns.Select(column => column.Name)], [.. Enumerable.Range(0, table.Rows)], options);
        remarks = table.Remarks;
        return made;
    }

    private static object AsBlock(object targets) => targets is Array or TorchSharp.torch.Tensor || targets is not IEnumerable list ? targets
        : list.Cast<object?>().Select(value => value is bool flag ? flag ? 1 : 0 : value).ToArray();

    private static List<TextColumn> ColumnsOf(NumberBlock block, string place)
    {
        if (block.Shape.Length > 2)
            throw new DataException($"{place}: expected targets of shape (N) or (N, M), got {ShapeText.Of(block.Shape)}.");
        int width = block.Shape.Length == 1 ? 1 : (int)block.Shape[1];
        float[] values = block.Values ?? Array.ConvertAll(block.Bytes!, value => (float)value);
        return [.. Enumerable.Range(0, width).Select(c => Column(
            width == 1 ? "target" : FormattableString.Invariant($"target{c + 1}"), values.Where((_, i) => i % width == c)))];
    }

    private static TextColumn Column(string name, IEnumerable values)
    {
        var column = new TextColumn(name);
        foreach (object? value in values)
        {
            if (value is null or float.NaN) column.AddMissing();
            else column.Add(Convert.ToString(value, CultureInfo.InvariantCulture)!);
        }
        return column;
    }
}
