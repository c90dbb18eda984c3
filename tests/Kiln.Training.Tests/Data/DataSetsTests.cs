using System.Diagnostics;
using TorchSharp;

namespace Kiln.Training.Tests.Data;

public sealed class DataSetsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Digits_are_pictures_of_eight_by_eight_in_ten_classes()
    {
        using DataSet digits = BuiltIn.Load("digits");
        Assert.Equal([1797, 1, 8, 8], digits.Inputs.shape);
        Assert.Equal([1797], digits.Targets.shape);
        Assert.Equal((torch.ScalarType.Float32, torch.ScalarType.Int64), (digits.Inputs.dtype, digits.Targets.dtype));
        Assert.Equal([1, 8, 8], digits.InputShape);
        Assert.Equal(10, digits.Classes);
        Assert.True(digits.IsImage);
        Assert.Equal((1437, 180, 180), (digits.Train.Count, digits.Validation.Count, digits.Test.Count));
        Assert.Equal(178, digits.Train.ClassCounts[0] + digits.Validation.ClassCounts[0] + digits.Test.ClassCounts[0]);
        Assert.Equal([0, 1, 2, 3], Enumerable.Range(0, 4).Select(i => digits.Targets.ReadCpuInt64(i)));
    }

    [Fact]
    public void The_pixels_of_a_picture_are_those_of_the_source()
    {
        using DataSet digits = BuiltIn.Load("digits");
        byte[] pixels = digits.PixelsOf(0);
        Assert.Equal(64, pixels.Length);
        Assert.Equal([0, 0, 80, 207, 143, 16, 0, 0], pixels[..8]);
    }

    [Fact]
    public void Inputs_have_mean_zero_and_deviation_one_on_the_training_split()
    {
        using DataSet wine = BuiltIn.Load("wine");
        using var scope = torch.NewDisposeScope();
        torch.Tensor train = wine.Inputs.index_select(0, torch.tensor(wine.Train.Indices.ToArray()));
        Assert.True(train.mean([0L]).abs().max().item<float>() < 1e-5);
        Assert.True((train.std(0, unbiased: false) - 1).abs().max().item<float>() < 1e-4);
        Assert.True(wine.Inputs.mean([0L]).abs().max().item<float>() > 1e-4, "statistics must not come from validation and test");
    }

    [Fact]
    public void Without_normalisation_values_stay_as_they_are()
    {
        using DataSet iris = BuiltIn.Load("iris", new DataOptions { Normalize = false });
        Assert.Equal(5.1f, iris.Inputs.ReadCpuSingle(0));
        using DataSet digits = BuiltIn.Load("digits", new DataOptions { Normalize = false });
        Assert.Equal((0f, 1f), (digits.Inputs.min().item<float>(), digits.Inputs.max().item<float>()));
    }

    [Fact]
    public void Fashion_mnist_keeps_its_official_test_split_and_loads_quickly()
    {
        long start = Stopwatch.GetTimestamp();
        using DataSet fashion = BuiltIn.Load("fashion-mnist");
        TimeSpan took = Stopwatch.GetElapsedTime(start);
        TestContext.Current.SendDiagnosticMessage($"fashion-mnist loaded in {took.TotalSeconds:F2} s");
        Assert.Equal([70000, 1, 28, 28], fashion.Inputs.shape);
        Assert.Equal((54000, 6000, 10000), (fashion.Train.Count, fashion.Validation.Count, fashion.Test.Count));
        Assert.True(fashion.HasOfficialTestSplit);
        Assert.Equal(60000, fashion.Test.Indices[0]);
        Assert.All(fashion.Test.ClassCounts, count => Assert.Equal(1000, count));
        Assert.Equal("Ankle boot", fashion.ClassNames[(int)fashion.Targets.ReadCpuInt64(0)]);
        Assert.Equal(784, fashion.PixelsOf(0).Length);
    }

    [Fact]
    public void The_same_options_give_the_same_fingerprint_and_others_do_not()
    {
        string[] prints =
        [
            Fingerprint(new DataOptions()), Fingerprint(new DataOptions()),
            Fingerprint(new DataOptions { Seed = 1 }), Fingerprint(new DataOptions { Split = "70/20/10" }),
            Fingerprint(new DataOptions { Normalize = false }), Fingerprint(new DataOptions { Limit = 100 }),
            Fingerprint(new DataOptions { Stratify = true }),
        ];
        Assert.Equal(64, prints[0].Length);
        Assert.Equal(prints[0], prints[1]);
        Assert.Equal(prints.Length - 1, prints.Distinct().Count());
    }

    [Fact]
    public void An_unknown_name_is_refused_with_the_nearest_and_all_names() =>
        Assert.Equal("There is no built-in data set 'fashon-mnist'. Did you mean 'fashion-mnist'? Known: digits, fashion-mnist, iris, mnist, wine, blobs, circles, line, moons, spirals.",
            Assert.Throws<DataException>(() => BuiltIn.Load("fashon-mnist")).Message);

    [Fact]
    public void A_missing_file_names_the_package_to_install()
    {
        string message = Assert.Throws<DataException>(
            () => new DataFiles(null).Find("fashion-mnist", "train.gz", _folder.Path, MnistSource.FashionPackage)).Message;
        Assert.Contains(_folder.File("train.gz"), message, StringComparison.Ordinal);
        Assert.Contains("apt-get install dataset-fashion-mnist", message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_users_own_folder_comes_first()
    {
        WriteOwn("iris", "iris.csv", "3,4,a,b,c\n" + string.Concat(Enumerable.Repeat("1,2,3,4,0\n", 150)));
        using DataSet iris = Load("iris", new DataOptions { Normalize = false });
        Assert.Equal(150, iris.Train.ClassCounts[0] + iris.Validation.ClassCounts[0] + iris.Test.ClassCounts[0]);
        Assert.Equal(30, iris.DuplicatesAcrossSplits);
    }

    [Theory]
    [InlineData("5.1,3.5,1.4,0\n", 1, "expected 5 columns in line 2, got 4")]
    [InlineData("5.1,x,1.4,0.2,0\n", 1, "expected a number in line 2, column 2, got 'x'")]
    [InlineData("5.1,3.5,1.4,0.2,0.5\n", 150, "expected a whole number as label of row 1, got 0.5")]
    [InlineData("5.1,3.5,1.4,0.2,0\n", 1, "expected 150 rows, got 1")]
    public void A_damaged_table_is_refused_with_line_and_column(string row, int rows, string expected)
    {
        WriteOwn("iris", "iris.csv", "150,4,a,b,c\n" + string.Concat(Enumerable.Repeat(row, rows)));
        string message = Assert.Throws<DataException>(() => Load("iris")).Message;
        Assert.Contains(_folder.File("iris/iris.csv"), message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_label_out_of_range_is_refused_with_its_row()
    {
        string message = Assert.Throws<DataException>(() => DataSet.FromArrays("mine", [1, 2, 3], [1], [0, 1, 2], ["no", "yes"])).Message;
        Assert.Equal("Data 'mine': row 3 has label 2, expected 0 to 1 (2 classes). Correct the label or name all classes.", message);
    }

    [Fact]
    public void Sizes_that_do_not_fit_together_are_refused()
    {
        string message = Assert.Throws<DataException>(() => DataSet.FromArrays("mine", [1, 2, 3], [2], [0, 1], ["no", "yes"])).Message;
        Assert.Equal("Data 'mine': expected 4 input values for 2 examples of shape (2), got 3.", message);
    }

    [Fact]
    public void A_truncated_picture_file_is_refused_with_its_name()
    {
        Directory.CreateDirectory(_folder.File("fashion-mnist"));
        string path = _folder.File("fashion-mnist/train-images-idx3-ubyte.gz");
        byte[] whole = File.ReadAllBytes(Path.Combine(MnistSource.FashionFolder, "train-images-idx3-ubyte.gz"));
        File.WriteAllBytes(path, whole[..(whole.Length / 3)]);
        string message = Assert.Throws<DataException>(() => Load("fashion-mnist")).Message;
        Assert.StartsWith($"Read {path}: expected ", message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_pictures_than_labels_are_refused()
    {
        Directory.CreateDirectory(_folder.File("fashion-mnist"));
        foreach ((string part, int labels) in new[] { ("train", 3), ("t10k", 2) })
        {
            IdxFileTests.WriteGzip(_folder.File($"fashion-mnist/{part}-images-idx3-ubyte.gz"), IdxFileTests.Idx([2, 2, 2], new byte[8]));
            IdxFileTests.WriteGzip(_folder.File($"fashion-mnist/{part}-labels-idx1-ubyte.gz"), IdxFileTests.Idx([labels], new byte[labels]));
        }
        Assert.Contains("expected 2 labels", Assert.Throws<DataException>(() => Load("fashion-mnist")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cancelled_load_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => DataSets.Load("fashion-mnist", ct: cancelled.Token));
    }

    public void Dispose() => _folder.Dispose();

    private static string Fingerprint(DataOptions options)
    {
        using DataSet digits = BuiltIn.Load("digits", options);
        return digits.Fingerprint;
    }

    private DataSet Load(string name, DataOptions? options = null) => DataSets.Load(name, options, new DataFiles(_folder.Path), default);

    private void WriteOwn(string dataSet, string name, string content)
    {
        Directory.CreateDirectory(_folder.File(dataSet));
        File.WriteAllText(_folder.File(Path.Combine(dataSet, name)), content);
    }
}
