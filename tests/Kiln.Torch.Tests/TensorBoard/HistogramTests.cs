using System.Text.Json;
using Kiln.Torch.Tests.NN;
using TorchSharp.Utils.tensorboard.Enums;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.TensorBoard;

/// <summary>Histograms against python3-torch, read back from the file.</summary>
public sealed class HistogramTests
{
    [Fact]
    public void Bins_and_counts_of_every_rule_equal_pytorchs()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var golden = Golden.File("TensorBoard", "histograms.json");
        var writer = utils.tensorboard.SummaryWriter(folder.Path);
        var cases = golden.GetProperty("cases").EnumerateArray().ToList();
        foreach (var expected in cases)
        {
            var values = tensor(Numbers(golden.GetProperty("values").GetProperty(expected.GetProperty("name").GetString()!)));
            var bins = Enum.Parse<HistogramBinSelector>(expected.GetProperty("bins").GetString()!);
            long? most = expected.GetProperty("max_bins").ValueKind == JsonValueKind.Null ? null : expected.GetProperty("max_bins").GetInt64();
            writer.add_histogram("h", values, global_step: 1, bins: bins, walltime: null, max_bins: most);
        }
        var written = EventReader.Values(folder.Path);
        Assert.Equal(cases.Count, written.Count);
        foreach (var (expected, value) in cases.Zip(written))
        {
            string what = $"{expected.GetProperty("name")} {expected.GetProperty("bins")} {expected.GetProperty("max_bins")}";
            var actual = value.GetProperty("histogram");
            foreach (string name in new[] { "min", "max", "num", "sum", "sum_squares" })
                Assert.True(Math.Abs(expected.GetProperty(name).GetDouble() - actual.GetProperty(name).GetDouble()) < 1e-9, $"{what}: {name}");
            Assert.Equal(Numbers(expected.GetProperty("bucket")), Numbers(actual.GetProperty("bucket")));
            var (limits, got) = (Numbers(expected.GetProperty("bucket_limit")), Numbers(actual.GetProperty("bucket_limit")));
            Assert.Equal(limits.Length, got.Length);
            for (int i = 0; i < limits.Length; i++)
                Assert.True(Math.Abs(limits[i] - got[i]) <= 1e-12 * Math.Max(1, Math.Abs(limits[i])), $"{what}: limit {i}: expected {limits[i]:R}, got {got[i]:R}");
        }
    }

    [Fact]
    public void No_values_or_values_that_have_no_bins_are_an_error()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var writer = utils.tensorboard.SummaryWriter(folder.Path);
        Assert.Contains("got an empty tensor", Assert.Throws<ArgumentException>(() => writer.add_histogram("h", zeros(0), 1)).Message);
        Assert.Contains("got NaN or infinity", Assert.Throws<ArgumentException>(() => writer.add_histogram("h", tensor(new[] { float.NaN }), 1, HistogramBinSelector.Sqrt)).Message);
        Assert.Contains("max_bins of at least 1", Assert.Throws<ArgumentOutOfRangeException>(() => writer.add_histogram("h", ones(2), 1, max_bins: 0)).Message);
    }

    private static double[] Numbers(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetDouble())];
}
