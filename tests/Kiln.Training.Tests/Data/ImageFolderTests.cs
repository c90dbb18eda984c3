namespace Kiln.Training.Tests.Data;

public sealed class ImageFolderTests : IDisposable
{
    private const string Gif = "R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Every_kind_of_picture_is_decoded()
    {
        PictureDrawing.Plain(_folder.File("cat/a.png"), "png", 8, 8, 10);
        PictureDrawing.Plain(_folder.File("cat/b.jpg"), "jpeg", 8, 8, 100);
        PictureDrawing.Plain(_folder.File("dog/a.bmp"), "bmp", 8, 8, 200);
        File.WriteAllBytes(_folder.File("dog/b.GIF"), Convert.FromBase64String(Gif));
        using DataSet data = Load(new ImageOptions { Size = (4, 4) });
        Assert.Equal(["cat", "dog"], data.ClassNames);
        Assert.Equal([1, 4, 4], data.InputShape);
        Assert.Equal([10, 100, 200], Enumerable.Range(0, 3).Select(i => (int)data.PixelsOf(i)[5]));
        Assert.Equal([0, 0, 1, 1], data.Targets.data<long>().ToArray());
    }

    [Fact]
    public void Pictures_of_one_small_size_keep_it_and_their_colours()
    {
        PictureDrawing.Save(_folder.File("a/1.png"), "png", 3, 5, (y, x) => ((byte)(50 * x), (byte)(100 * y), 7));
        PictureDrawing.Save(_folder.File("b/1.png"), "png", 3, 5, (_, _) => (255, 0, 0));
        using DataSet data = Load();
        Assert.Equal([3, 3, 5], data.InputShape);
        Assert.Equal([150, 200, 7], data.PixelsOf(0)[(3 * (2 * 5 + 3))..(3 * (2 * 5 + 3) + 3)]);
        Assert.Equal(["All pictures have this size; none was scaled."], data.Facts.Remarks);
    }

    [Theory]
    [InlineData("crop", 0, 0)]
    [InlineData("pad", 0, 255)]
    [InlineData("stretch", 255, 255)]
    public void A_picture_of_another_shape_fits_by_the_rule(string fit, int corner, int middle)
    {
        // White at the left and right quarter, black between them; a stripe of white in the middle of the height.
        PictureDrawing.Save(_folder.File("a/1.png"), "png", 16, 32, (y, x) => x < 8 || x >= 24 || (fit != "crop" && y is 7 or 8) ? ((byte)255, (byte)255, (byte)255) : ((byte)0, (byte)0, (byte)0));
        PictureDrawing.Plain(_folder.File("b/1.png"), "png", 16, 32, 0);
        using DataSet data = Load(new ImageOptions { Size = (16, 16), Fit = fit });
        byte[] pixels = data.PixelsOf(0);
        Assert.InRange(pixels[0], corner - 30, corner + 30);
        Assert.InRange(pixels.Max(), middle == 0 ? 0 : 100, 255);
    }

    [Fact]
    public void Train_and_test_folders_are_kept_apart()
    {
        foreach (string part in new[] { "train", "test" })
            foreach (string kind in new[] { "cat", "dog" })
                PictureDrawing.Plain(_folder.File($"{part}/{kind}/1.png"), "png", 4, 4, (byte)(part.Length * 20));
        using DataSet data = Load();
        Assert.True(data.HasOfficialTestSplit);
        Assert.Equal([2L, 3L], data.Test.Indices);
        Assert.Equal(["cat", "dog"], data.ClassNames);
    }

    [Fact]
    public void What_is_no_picture_names_its_file()
    {
        Pair();
        File.WriteAllText(_folder.File("cat/broken.png"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
        Assert.Equal($"Read {_folder.File("cat/broken.png")}: the picture cannot be decoded (it is no PNG, JPEG, BMP or GIF, whatever its name says). Replace it or delete it.", Refusal());
    }

    [Fact]
    public void A_picture_that_breaks_off_names_its_file()
    {
        Pair();
        byte[] whole = File.ReadAllBytes(_folder.File("cat/1.png"));
        File.WriteAllBytes(_folder.File("cat/broken.png"), whole[..(whole.Length / 2)]);
        Assert.StartsWith($"Read {_folder.File("cat/broken.png")}: the picture cannot be decoded", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_made_to_fill_the_memory_is_refused_before_it_is_decoded()
    {
        Pair();
        byte[] bomb = File.ReadAllBytes(_folder.File("cat/1.png"));
        // Width and height stand at byte 16 of a PNG.
        new byte[] { 0, 0, 0xFF, 0xFF, 0, 0, 0xFF, 0xFF }.CopyTo(bomb, 16);
        File.WriteAllBytes(_folder.File("cat/bomb.png"), bomb);
        Assert.Contains("cat/bomb.png", Refusal(), StringComparison.Ordinal);
        File.Delete(_folder.File("cat/bomb.png"));
        string message = Assert.Throws<DataException>(() => Load(new ImageOptions { Limit = (64, 50_000_000) })).Message;
        Assert.Contains("expected at most 0 MB", message, StringComparison.Ordinal);
        Assert.Contains("expected at most 10 pixels, got 6 x 6", Assert.Throws<DataException>(() => Load(new ImageOptions { Limit = (1 << 20, 10) })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_refused()
    {
        Pair();
        using var elsewhere = new TemporaryFolder();
        PictureDrawing.Plain(elsewhere.File("secret.png"), "png", 4, 4, 1);
        File.CreateSymbolicLink(_folder.File("cat/link.png"), elsewhere.File("secret.png"));
        Assert.Contains("it is a link to", Refusal(), StringComparison.Ordinal);
        File.Delete(_folder.File("cat/link.png"));
        Directory.CreateSymbolicLink(_folder.File("cat/up"), _folder.Path);
        Assert.Contains("a folder around itself", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_classes_are_refused()
    {
        Assert.Contains("expected at least two folders, one for each class, with pictures in them, got 0", Refusal(), StringComparison.Ordinal);
        Pair();
        Directory.CreateDirectory(_folder.File("eel"));
        Assert.Contains("class 'eel' has no picture", Refusal(), StringComparison.Ordinal);
        Assert.Contains("there is no fit 'crp'. Did you mean 'crop'?", Assert.Throws<DataException>(() => Load(new ImageOptions { Fit = "crp" })).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private void Pair()
    {
        PictureDrawing.Plain(_folder.File("cat/1.png"), "png", 6, 6, 1);
        PictureDrawing.Plain(_folder.File("dog/1.png"), "png", 6, 6, 2);
    }

    private string Refusal() => Assert.Throws<DataException>(() => Load()).Message;

    private DataSet Load(ImageOptions? options = null) =>
        DataSets.Load(DataSource.Images(_folder.Path, options), new DataOptions { Split = "100/0/0", Normalize = false });
}
