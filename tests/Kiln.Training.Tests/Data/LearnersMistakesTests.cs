namespace Kiln.Training.Tests.Data;

/// <summary>What a learner does wrong with data on the first day, and the one message for each.</summary>
public sealed class LearnersMistakesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Labels_as_floats() => Assert.Equal(
        "Data 'mine': expected labels of type long for the 2 classes no, yes, got 4 numbers of type float. "
        + "Write labels.Select(label => (long)label).ToArray(). If they are amounts to predict, give one name for each column of them.",
        Message(() => DataSet.FromArrays("mine", [1, 2, 3, 4], [1], [0f, 1, 0, 1], ["no", "yes"])));

    [Fact]
    public void Labels_that_count_from_one() => Assert.Equal(
        "Data 'mine': row 2 has label 2, expected 0 to 1 (2 classes). The labels count from 1: subtract 1 from each, as in labels.Select(label => label - 1).ToArray().",
        Message(() => DataSet.FromArrays("mine", [1, 2, 3, 4], [1], [1, 2, 1, 2], ["no", "yes"])));

    [Fact]
    public void Text_in_a_column_of_numbers()
    {
        string path = _folder.File("houses.csv");
        File.WriteAllText(path, "size,price\n50,100.5\n60,120.5\n70,n. a.\n80,160.5\n90,180.5\n100,200.5\n");
        Assert.Equal($"Read {path}: column 'price' holds numbers in 5 of 6 rows, but row 3 (line 4) has 'n. a.'. Correct the cell or empty it (rows without a target are left out); "
            + "--task classification takes all its cells as words.",
            Message(() => DataSets.Load(DataSource.Csv(path, "price"))));
    }

    [Fact]
    public void A_class_without_examples()
    {
        PictureDrawing.Plain(_folder.File("cat/1.png"), "png", 4, 4, 1);
        PictureDrawing.Plain(_folder.File("dog/1.png"), "png", 4, 4, 1);
        Directory.CreateDirectory(_folder.File("eel"));
        Assert.Equal($"Read {_folder.File("eel")}: class 'eel' has no picture (.png, .jpg, .jpeg, .bmp, .gif). Put pictures there, or delete the folder.",
            Message(() => DataSets.Load(DataSource.Images(_folder.Path))));
    }

    [Fact]
    public void A_batch_larger_than_the_data()
    {
        using DataSet iris = BuiltIn.Load("iris");
        Assert.Equal("A batch of 1000 is more than the 120 training examples, so every epoch is one step. Use a smaller batch or more epochs; a batch of \"full\" says that it is meant.",
            new BatchFeed(iris, 1000, 0).Remark);
        Assert.Null(new BatchFeed(iris, TrainOptions.FullBatch, 0).Remark);
        Assert.Null(new BatchFeed(iris, 120, 0).Remark);
    }

    [Fact]
    public void Numbers_to_predict_that_are_not_normalised()
    {
        using DataSet data = DataSet.FromArrays("mine", [1, 2, 3, 4], [1], [100_000f, 200_000, 300_000, 400_000], ["price"], new DataOptions { Split = "100/0/0" });
        Assert.Equal("price has mean 250,000 and standard deviation 111,803, but the outputs of a new network are near 0: it would learn slowly or diverge. "
            + "Use --normalize-targets; predictions and metrics keep the target's own unit.", Assert.Single(data.Warnings));
    }

    public void Dispose() => _folder.Dispose();

    private static string Message(Func<DataSet> load) => Assert.Throws<DataException>(load).Message;
}
