namespace Kiln.Training.Tests.Data;

public sealed class IdxSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Pictures_and_labels_are_read_zipped_or_not()
    {
        string images = Plain("images.idx", [4, 2, 3], 24), labels = Zipped("labels.gz", [4], [0, 1, 2, 1]);
        using DataSet data = DataSets.Load(DataSource.Idx(images, labels), new DataOptions { Split = "100/0/0", Normalize = false });
        Assert.Equal([4, 1, 2, 3], data.Inputs.shape);
        Assert.Equal(["0", "1", "2"], data.ClassNames);
        Assert.Equal("images", data.Name);
        Assert.True(data.IsImage);
        Assert.Equal([6, 7, 8, 9, 10, 11], data.PixelsOf(1));
    }

    [Fact]
    public void Files_of_a_test_split_are_kept_apart()
    {
        string images = Plain("images.idx", [4, 2, 3], 24), labels = Zipped("labels.gz", [4], [0, 1, 0, 1]);
        using DataSet data = DataSets.Load(DataSource.Idx(images, labels, images, labels));
        Assert.True(data.HasOfficialTestSplit);
        Assert.Equal([4L, 5L, 6L, 7L], data.Test.Indices);
    }

    [Fact]
    public void Rows_of_bytes_are_a_table()
    {
        using DataSet data = DataSets.Load(DataSource.Idx(Plain("rows.idx", [4, 5], 20), Zipped("labels.gz", [4], [0, 1, 0, 1])), new DataOptions { Split = "100/0/0" });
        Assert.False(data.IsImage);
        Assert.Equal([5], data.InputShape);
    }

    [Fact]
    public void What_does_not_belong_together_is_refused()
    {
        string images = Plain("images.idx", [4, 2, 3], 24), labels = Zipped("labels.gz", [4], [0, 1, 0, 1]), fewer = Zipped("fewer.gz", [3], [0, 1, 0]);
        Assert.Contains($"Read {fewer}: expected 4 labels, as {images} has images, got 3", Refusal(DataSource.Idx(images, fewer)), StringComparison.Ordinal);
        Assert.Contains("are images and labels exchanged", Refusal(DataSource.Idx(labels, images)), StringComparison.Ordinal);
        Assert.Contains("a test split needs two files", Refusal(DataSource.Idx(images, labels, images)), StringComparison.Ordinal);
        Assert.Contains("there is no such file or folder. Did you mean", Refusal(DataSource.Idx(_folder.File("image.idx"), labels)), StringComparison.Ordinal);
        File.WriteAllText(_folder.File("page.idx"), "<html>404</html>");
        Assert.Contains("expected the IDX mark 00 00 08 01 to 04, got 3c68746d", Refusal(DataSource.Idx(_folder.File("page.idx"), labels)), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static string Refusal(DataSource source) => Assert.Throws<DataException>(() => DataSets.Load(source)).Message;

    private string Plain(string name, int[] shape, int count)
    {
        File.WriteAllBytes(_folder.File(name), IdxFileTests.Idx(shape, [.. Enumerable.Range(0, count).Select(i => (byte)i)]));
        return _folder.File(name);
    }

    private string Zipped(string name, int[] shape, byte[] data)
    {
        IdxFileTests.WriteGzip(_folder.File(name), IdxFileTests.Idx(shape, data));
        return _folder.File(name);
    }
}
