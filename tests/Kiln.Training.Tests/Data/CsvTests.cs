namespace Kiln.Training.Tests.Data;

public sealed class CsvTests : IDisposable
{
    private const string Houses = """
        size,rooms,town,sold,garden,price
        50,2,Ulm,2024-01-01,yes,100.5
        70,3,Bonn,2024-01-02,no,140.25
        ,4,Ulm,2024-01-03,yes,180
        110,5,Kiel,2024-01-11,no,220.75
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Numbers_stay_numbers_words_become_columns_and_dates_count_days()
    {
        using DataSet houses = Load(Houses, "price", split: "100/0/0", normalize: false);
        Assert.Equal(["size", "rooms", "town=Bonn", "town=Kiel", "town=Ulm", "sold", "garden=yes"], houses.ColumnNames);
        Assert.Equal(["price"], houses.TargetNames);
        Assert.Equal("regression", houses.Task.Name);
        Assert.Equal([70, 3, 1, 0, 0, 19724, 0], Row(houses, 1));
        Assert.Equal(140.25f, houses.Targets[1, 0].item<float>());
    }

    [Fact]
    public void A_missing_value_becomes_the_mean_of_the_training_split()
    {
        using DataSet houses = Load(Houses, "price", split: "100/0/0", normalize: false);
        Assert.Equal((50 + 70 + 110) / 3f, Row(houses, 2)[0], 4);
        Assert.Equal(1, houses.Facts.Columns.Single(column => column.Name == "size").Missing);
        using DataSet scaled = Load(Houses, "price", split: "100/0/0");
        Assert.Equal(0, Row(scaled, 2)[0], 5);
    }

    [Fact]
    public void Statistics_never_look_at_validation_and_test()
    {
        string text = "x,y\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{(i % 7 == 0 ? "" : i)},{i * 0.5 + 0.25}\n"));
        using DataSet data = Load(text, "y");
        double mean = data.Train.Indices.Where(i => i % 7 != 0).Average(i => (double)i);
        Assert.Equal(mean, data.Scaling.Mean[0], 4);
    }

    [Fact]
    public void A_target_of_words_is_classified_and_one_of_few_whole_numbers_too()
    {
        using DataSet words = Load("x,animal\n1,cat\n2,dog\n3,cat\n4,eel\n", "animal", split: "100/0/0");
        Assert.Equal(["cat", "dog", "eel"], words.ClassNames);
        Assert.Equal([0, 1, 0, 2], words.Targets.data<long>().ToArray());
        using DataSet numbers = Load("x,kind\n" + string.Concat(Enumerable.Range(0, 9).Select(i => $"{i}.5,{1 + i % 3}\n")), "kind", split: "100/0/0");
        Assert.Equal(["1", "2", "3"], numbers.ClassNames);
        Assert.Equal([0, 1, 2], numbers.Targets.data<long>().ToArray()[..3]);
        Assert.Contains("kind holds 3 different whole numbers, so they are taken as classes; --task regression takes them as amounts.", numbers.Facts.Remarks);
    }

    [Fact]
    public void The_task_can_be_chosen()
    {
        string text = "x,kind\n" + string.Concat(Enumerable.Range(0, 9).Select(i => $"{i}.5,{1 + i % 3}\n"));
        using DataSet data = Load(text, "kind", new TableOptions { Task = "regression" });
        Assert.Equal("regression", data.Task.Name);
    }

    [Fact]
    public void Several_columns_of_zeros_and_ones_are_labels()
    {
        using DataSet data = Load("x,funny,sad\n1,0,1\n2,1,1\n3,0,0\n", "funny, sad", split: "100/0/0");
        Assert.Equal("multi-label", data.Task.Name);
        Assert.Equal([0, 1, 1, 1, 0, 0], data.Targets.data<float>().ToArray());
    }

    [Theory]
    [InlineData("a;b;y\n1,5;2;3\n2,5;3;4,5\n")]
    [InlineData("a\tb\ty\n1.5\t2\t3\n2.5\t3\t4.5\n")]
    [InlineData("a|b|y\n1.5|2|3\n2.5|3|4.5\n")]
    [InlineData("\"a\",\"b\",\"y\"\n\"1.5\",\" 2\",3\n2.5,3,\"4.5\"\n")]
    public void The_separator_is_found(string text)
    {
        using DataSet data = Load(text, "y", split: "100/0/0", normalize: false);
        Assert.Equal(["a", "b"], data.ColumnNames);
        Assert.Equal([1.5f, 2], Row(data, 0));
        Assert.Equal(4.5f, data.Targets[1, 0].item<float>());
    }

    [Fact]
    public void A_file_without_names_gets_some()
    {
        using DataSet data = Load("1,2,3.5\n4,5,6\n", "column3", split: "100/0/0");
        Assert.Equal(["column1", "column2"], data.ColumnNames);
        Assert.Contains(data.Facts.Remarks, remark => remark.Contains("--header yes", StringComparison.Ordinal));
    }

    [Fact]
    public void What_cannot_be_learnt_from_is_left_out_and_said()
    {
        string text = "id,name,empty,same,x,y\n" + string.Concat(Enumerable.Range(1, 60).Select(i => $"{i},person {i},,here,{i * i % 7}.5,{i}.25\n"));
        using DataSet data = Load(text, "y");
        Assert.Equal(["id", "x"], data.ColumnNames);
        Assert.Equal(["left out: its 60 different texts are no categories (--max-categories 50)", "left out: it is empty", "left out: it says 'here' in every row"],
            data.Facts.Columns.Where(column => column.Kind == ColumnKind.LeftOut).Select(column => column.Summary));
        Assert.Contains("id only counts the rows, which a model should not learn from; --drop \"id\" leaves it out.", data.Facts.Remarks);
    }

    [Fact]
    public void Columns_can_be_dropped_and_numbers_taken_as_names()
    {
        using DataSet data = Load("id,zip,y\n1,89073,1.5\n2,53111,2.5\n3,89073,3.5\n", "y", new TableOptions { Drop = ["ID"], Categories = ["zip"] });
        Assert.Equal(["zip=89073"], data.ColumnNames);
    }

    [Fact]
    public void Rows_without_a_target_are_left_out_and_counted()
    {
        using DataSet data = Load("x,y\n1,1.5\n2,\n3,2.5\n4,NA\n", "y", split: "100/0/0");
        Assert.Equal(2, data.Train.Count);
        Assert.Contains("2 of 4 rows are left out because y is missing in them, the first of them row 2 (line 3).", data.Facts.Remarks);
    }

    [Fact]
    public void A_gzipped_file_and_one_in_latin1_are_read()
    {
        string gz = _folder.File("t.csv.gz");
        IdxFileTests.WriteGzip(gz, "x,y\n1,a\n2,b\n"u8.ToArray());
        using DataSet zipped = DataSets.Load(DataSource.Csv(gz, "y"), new DataOptions { Split = "100/0/0" });
        Assert.Equal("t", zipped.Name);
        string latin = _folder.File("latin.csv");
        File.WriteAllBytes(latin, [.. "x,stadt\n1,K"u8, 0xF6, .. "ln\n2,Ulm\n"u8]);
        using DataSet towns = DataSets.Load(DataSource.Csv(latin, "stadt"), new DataOptions { Split = "100/0/0" });
        Assert.Contains("Köln", towns.ClassNames);
        Assert.Contains(towns.Facts.Remarks, remark => remark.Contains("Latin-1", StringComparison.Ordinal));
    }

    [Fact]
    public void Months_and_days_are_told_apart_by_the_whole_column()
    {
        using DataSet data = Load("when,y\n01/02/1970,1.5\n01/31/1970,2.5\n", "y", split: "100/0/0", normalize: false);
        Assert.Equal([1f, 30f], [Row(data, 0)[0], Row(data, 1)[0]]);
        Assert.EndsWith("in which day and month cannot be told apart. Write them as 2024-03-31, or leave the column out with --drop \"when\".",
            Refusal("when,y\n01/02/1970,1.5\n03/04/1970,2.5\n", "y"), StringComparison.Ordinal);
    }

    [Fact]
    public void Labelled_text_becomes_tokens()
    {
        using DataSet data = Load("text,mood\n\"Good, good day\",happy\nbad day,sad\n", "mood", new TableOptions { Text = "text", Length = 5 }, "100/0/0");
        Assert.True(data.IsTokens);
        Assert.Equal(["<pad>", "<unk>", ",", "bad", "day", "good"], data.ColumnNames);
        Assert.Equal([5, 2, 5, 4, 0, 3, 4, 0, 0, 0], data.Inputs.data<long>().ToArray());
    }

    [Theory]
    [InlineData("x,y\n1,2\n", "z", "there is no column 'z'. Did you mean")]
    [InlineData("size,price\n1,2\n", "prise", "there is no column 'prise'. Did you mean 'price'?")]
    [InlineData("x,y\n1,2\n", "", "which column is to be predicted? Name it with --target. Columns: x, y.")]
    [InlineData("x,y\n1,2\n3\n", "y", "row 2 (line 3) has 1 cells, expected 2. A text with a comma in it needs double quotes around it")]
    [InlineData("x,y\n1,2\n\"3,4\n5,6\n", "y", "a double quote in a place where none may be")]
    [InlineData("x,y\n", "y", "expected at least one row of values, found none.")]
    [InlineData("", "y", "expected at least one row of values, found none.")]
    [InlineData("x,y\n1,a\n2,a\n", "y", "column 'y' says 'a' in every row, so there is nothing to tell apart. Name another target column.")]
    [InlineData("x,y\n1,\n2,\n", "y", "column 'y' is to be predicted, but it is empty in every row.")]
    [InlineData("x,y\n1,2020-01-01\n2,2020-01-02\n", "y", "column 'y' holds dates, which cannot be predicted as they are.")]
    public void A_mistake_is_told_with_its_remedy(string text, string target, string expected) =>
        Assert.Contains(expected, Refusal(text, target), StringComparison.Ordinal);

    [Fact]
    public void Text_among_numbers_is_told_with_row_line_and_column()
    {
        string text = "size,price\n" + string.Concat(Enumerable.Range(1, 9).Select(i => $"{i},{i}.5\n")) + "approx. 10,3.5\n";
        Assert.EndsWith("column 'size' holds numbers in 9 of 10 rows, but row 10 (line 11) has 'approx. 10'. Correct the cell or empty it (missing values are filled in), "
            + "or leave the column out with --drop \"size\"; --categories \"size\" takes all its cells as words.", Refusal(text, "price"), StringComparison.Ordinal);
    }

    [Fact]
    public void Fractions_as_classes_are_refused()
    {
        Assert.EndsWith("column 'y' is to be classes, but row 2 (line 3) has 0.5, a number with a fraction. Use --task regression to predict amounts, or round the labels.",
            Refusal("x,y\n1,0\n2,0.5\n", "y", new TableOptions { Task = "classification" }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_not_there_is_refused_with_the_nearest()
    {
        File.WriteAllText(_folder.File("houses.csv"), Houses);
        string message = Assert.Throws<DataException>(() => DataSets.Load(DataSource.Csv(_folder.File("house.csv"), "price"))).Message;
        Assert.EndsWith($"there is no such file or folder. Did you mean {_folder.File("houses.csv")}?", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_of_very_many_numbers_keeps_no_texts()
    {
        var column = new TextColumn("x");
        for (int i = 0; i < 10_000; i++) column.Add((i * 0.25).ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Null(column.Codes);
        Assert.Equal((10_000, 10_000), (column.NumberCount, column.Filled));
        column.Add("x");
        Assert.Equal((10_000, "x"), column.FirstNoNumber);
    }

    public void Dispose() => _folder.Dispose();

    private static float[] Row(DataSet data, int row) => data.Inputs[row].contiguous().data<float>().ToArray();

    private string Refusal(string text, string target, TableOptions? options = null) =>
        Assert.Throws<DataException>(() => Load(text, target, options)).Message;

    private DataSet Load(string text, string target, TableOptions? options = null, string split = "80/10/10", bool normalize = true)
    {
        string path = _folder.File("houses.csv");
        File.WriteAllText(path, text);
        return DataSets.Load(DataSource.Csv(path, target, options), new DataOptions { Split = split, Normalize = normalize });
    }
}
