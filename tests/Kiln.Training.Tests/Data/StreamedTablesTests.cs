using System.Globalization;
using System.IO.Compression;
using System.Text;
using Kiln.Training.Tests.Fit;

namespace Kiln.Training.Tests.Data;

/// <summary>A table whose rows do not fit in memory is the same data set, bit for bit.</summary>
public sealed class StreamedTablesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Bytes that the inputs may take: less than a row, some of the rows, all cells but not all columns of their categories.</summary>
    public static TheoryData<long> Budgets => [1, 5000, 7 * 600 * 4];

    [Theory]
    [MemberData(nameof(Budgets))]
    public void Rows_in_a_file_give_the_same_data_set(long budget)
    {
        string path = Write("sales.csv", Sales(600));
        foreach (string target in new[] { "price", "kind", "x", "price,x" })
        {
            using DataSet whole = Load(path, target, null), streamed = Load(path, target, budget);
            Assert.False(whole.IsStreamed);
            Assert.True(streamed.IsStreamed);
            SameData.Assert(whole, streamed);
        }
    }

    [Fact]
    public void So_do_compressed_files_folds_limits_and_stratified_splits()
    {
        string path = _folder.File("sales.csv.gz");
        using (var file = new GZipStream(File.Create(path), CompressionLevel.Fastest)) file.Write(Encoding.UTF8.GetBytes(Sales(500)));
        foreach (var options in new[]
        {
            new DataOptions { Folds = 4, Fold = 2 },
            new DataOptions { Limit = 90, Seed = 3 },
            new DataOptions { Stratify = true, Split = "50/25/25" },
            new DataOptions { Normalize = false, Augment = "mixup(0.3)" },
        })
        {
            using DataSet whole = Load(path, "kind", null, options), streamed = Load(path, "kind", 1, options);
            Assert.True(streamed.IsStreamed);
            SameData.Assert(whole, streamed);
        }
    }

    [Fact]
    public void Duplicates_across_splits_are_counted_alike()
    {
        string rows = string.Concat(Enumerable.Range(0, 300).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i % 90},{i % 9 * 0.5},{(i % 2 == 0 ? "a" : "b")}\n")));
        string path = Write("twice.csv", "x,y,kind\n" + rows);
        using DataSet whole = Load(path, "kind", null), streamed = Load(path, "kind", 1);
        Assert.True(whole.DuplicatesAcrossSplits > 10);
        Assert.Equal(whole.DuplicatesAcrossSplits, streamed.DuplicatesAcrossSplits);
    }

    [Fact]
    public void Columns_left_out_make_room_for_the_rest()
    {
        string path = Write("sales.csv", Sales(100));
        var table = new TableOptions { Drop = ["kind", "town", "sold", "bought", "note", "x"] };
        using DataSet data = DataSets.Load(DataSource.Csv(path, "price", table), new DataOptions { MemoryBudget = 100 * 4 });
        Assert.False(data.IsStreamed);
        Assert.Equal(["size"], data.ColumnNames);
    }

    [Fact]
    public async Task A_run_on_them_has_the_weights_of_one_in_memory()
    {
        string path = Write("sales.csv", Sales(400));
        Assert.Equal(await Weights(null), await Weights(1));

        async Task<Dictionary<string, byte[]>> Weights(long? budget)
        {
            using DataSet data = Load(path, "kind", budget);
            (TrainingResult result, _) = await TestRuns.Run(TestRuns.Job(data));
            Assert.Equal((TrainingOutcome.Finished, null), (result.Outcome, result.Reason));
            return TestRuns.Bits(result.Module!);
        }
    }

    [Fact]
    public void What_does_not_fit_is_said()
    {
        using DataSet data = Load(Write("sales.csv", Sales(50)), "price", 1);
        Assert.Contains(data.Facts.Remarks, remark => remark.Contains("kept in a temporary file and read batch by batch", StringComparison.Ordinal));
        Assert.Contains("larger than the memory budget", Assert.Throws<DataException>(() => data.Inputs).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }

    private static DataSet Load(string path, string target, long? budget, DataOptions? options = null) =>
        DataSets.Load(DataSource.Csv(path, target), (options ?? new DataOptions()) with { MemoryBudget = budget });

    /// <summary>Numbers, missing ones, categories, dates of two forms, a column of too many texts, rows without a target.</summary>
    private static string Sales(int rows)
    {
        var random = new Random(5);
        var text = new StringBuilder("size,town,sold,bought,note,price,kind,x\n");
        string[] towns = ["Ulm", "Bonn", "Kiel", "Jena", "Hof"];
        for (int i = 0; i < rows; i++)
        {
            DateTime day = new DateTime(2020, 1, 1).AddDays(random.Next(2000));
            string size = i % 11 == 3 ? "" : (random.NextDouble() * 100).ToString("R", CultureInfo.InvariantCulture);
            string town = i % 13 == 5 ? "NA" : towns[random.Next(towns.Length)];
            string price = i % 50 == 49 ? "" : (random.NextDouble() * 3).ToString("F3", CultureInfo.InvariantCulture);
            text.AppendLine(CultureInfo.InvariantCulture, $"{size},{town},{day:yyyy-MM-dd},{day:MM\\/dd\\/yyyy},note {i},{price},{(i % 3 == 0 ? "low" : i % 3 == 1 ? "mid" : "high")},{random.NextDouble():F6}");
        }
        return text.ToString();
    }
}
