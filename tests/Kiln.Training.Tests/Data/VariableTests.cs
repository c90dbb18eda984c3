using System.Data;
using static TorchSharp.torch;

namespace Kiln.Training.Tests.Data;

public class VariableTests
{
    private static readonly DataOptions All = new() { Split = "100/0/0", Normalize = false };

    private enum Colour
    {
        Red,
        Blue,
    }

    private sealed record Flower(double Length, Colour Colour, DateOnly Found, string Kind);

    [Fact]
    public void Properties_of_records_become_columns()
    {
        Flower[] flowers = [new(1.5, Colour.Red, new DateOnly(1970, 1, 2), "rose"), new(2.5, Colour.Blue, new DateOnly(1970, 1, 4), "lily")];
        using DataSet data = DataSets.Load(DataSource.From(flowers, "Kind", name: "flowers"), All);
        Assert.Equal(["Length", "Colour=Red", "Found"], data.ColumnNames);
        Assert.Equal([1.5f, 1, 1, 2.5f, 0, 3], data.Inputs.data<float>().ToArray());
        Assert.Equal(["lily", "rose"], data.ClassNames);
    }

    [Fact]
    public void Anonymous_objects_with_arrays_and_nulls_work()
    {
        var rows = new[] { new { Vector = new float[] { 1, 2 }, Age = (int?)30, Price = 1.5 }, new { Vector = new float[] { 3, 4 }, Age = (int?)null, Price = 2.5 } };
        using DataSet data = DataSets.Load(DataSource.From(rows, "Price"), All);
        Assert.Equal(["Vector[0]", "Vector[1]", "Age"], data.ColumnNames.Concat(["Age"]).Distinct());
        Assert.Equal("regression", data.Task.Name);
    }

    [Fact]
    public void A_data_table_is_read_as_a_file_would_be()
    {
        var table = new DataTable();
        table.Columns.Add("x", typeof(int));
        table.Columns.Add("y", typeof(string));
        table.Rows.Add(1, "a");
        table.Rows.Add(DBNull.Value, "b");
        table.Rows.Add(5, "b");
        using DataSet data = DataSets.Load(DataSource.From(table, "y"), All);
        Assert.Equal([1, 3, 5], data.Inputs.data<float>().ToArray());
    }

    [Fact]
    public void Arrays_of_any_shape_are_taken()
    {
        using DataSet block = DataSets.Load(DataSource.From(new double[,] { { 1, 2 }, { 3, 4 } }, new[] { "a", "b" }), All);
        Assert.Equal([2, 2], block.Inputs.shape);
        using DataSet jagged = DataSets.Load(DataSource.From(new int[][] { [1, 2], [3, 4], [5, 6] }, new[] { 0.5, 1.5, 2.5 }), All);
        Assert.Equal([1, 2, 3, 4, 5, 6], jagged.Inputs.data<float>().ToArray());
        Assert.Equal("regression", jagged.Task.Name);
        using DataSet pictures = DataSets.Load(DataSource.From(new byte[6, 2, 2], new[] { 1, 2, 1, 2, 1, 2 }), All);
        Assert.True(pictures.IsImage);
        Assert.Equal([1, 2, 2], pictures.InputShape);
        Assert.Equal(["1", "2"], pictures.ClassNames);
    }

    [Fact]
    public void Tensors_are_taken_whatever_their_type()
    {
        using var scope = NewDisposeScope();
        using DataSet data = DataSets.Load(DataSource.From(arange(12, dtype: ScalarType.Float64).reshape(6, 2), tensor(new long[] { 0, 1, 0, 1, 0, 1 })), All);
        Assert.Equal([0, 1, 2, 3], data.Inputs.data<float>().ToArray()[..4]);
        Assert.Equal("classification", data.Task.Name);
        using DataSet labels = DataSets.Load(DataSource.From(zeros(4, 3), tensor(new long[,] { { 0, 1 }, { 1, 1 }, { 0, 0 }, { 1, 0 } })), All);
        Assert.Equal("multi-label", labels.Task.Name);
    }

    [Fact]
    public void One_based_labels_and_labels_as_floats_are_classes_all_the_same()
    {
        using var scope = NewDisposeScope();
        using DataSet data = DataSets.Load(DataSource.From(zeros(6, 3), tensor(new float[] { 1, 2, 3, 1, 2, 3 })), All);
        Assert.Equal(["1", "2", "3"], data.ClassNames);
        Assert.Equal([0, 1, 2, 0, 1, 2], data.Targets.data<long>().ToArray());
        Assert.Contains(data.Facts.Remarks, remark => remark.Contains("taken as classes; --task regression", StringComparison.Ordinal));
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("as many targets as inputs, got 2 targets for 3 inputs", Refusal(DataSource.From(zeros(3, 2), tensor(new float[] { 0.5f, 1 }))), StringComparison.Ordinal);
        Assert.Contains("row 2 has (1) values, expected (2) as in row 1", Refusal(DataSource.From(new double[][] { [1, 2], [3] }, new[] { 0, 1 })), StringComparison.Ordinal);
        Assert.Contains("its rows are of type Double, which has no named values", Refusal(DataSource.From(new[] { 1.0, 2.0 }, "y")), StringComparison.Ordinal);
        Assert.Contains("Inner of row 1 is of type Object", Refusal(DataSource.From(new[] { new { Inner = new object(), y = 1 } }, "y")), StringComparison.Ordinal);
        Assert.Contains("there is no column 'Prise'. Did you mean 'Price'?", Refusal(DataSource.From(new[] { new { Size = 1, Price = 2 } }, "Prise")), StringComparison.Ordinal);
    }

    private static string Refusal(DataSource source) => Assert.Throws<DataException>(() => DataSets.Load(source, All)).Message;
}
