using System.Globalization;
using static TorchSharp.torch;

namespace Kiln.Weights.Tests;

/// <summary>What a file of 100 MB costs in memory, and that it comes back whole.</summary>
public sealed class BigFileTests : IDisposable
{
    private const long Elements = 26_000_000;
    private const long Size = 4 * Elements;

    // Buffers, headers and what the allocator rounds up.
    private const long Overhead = 40L << 20;

    private readonly TemporaryFolder _folder = new(onDisk: true);

    public void Dispose() => _folder.Dispose();

    [Theory, InlineData("a.safetensors"), InlineData("a.pt")]
    public void Writing_needs_no_copy_and_reading_needs_one(string name)
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("KILN_SLOW_TESTS") == "1", "slow: run ./test.sh --all");
        Assert.SkipUnless(File.Exists("/proc/self/clear_refs"), "needs Linux");
        using var scope = NewDisposeScope();
        var tensors = new Dictionary<string, Tensor> { ["big"] = rand(Elements - 1000), ["small"] = rand(1000) };
        Assert.InRange(Growth(() => StateDict.Save(_folder.File(name), tensors)), 0, Overhead);
        Dictionary<string, Tensor> loaded = [];
        // The allocator may still have the room of an earlier test's tensors: then nothing new is taken at all.
        Assert.InRange(Growth(() => loaded = StateDict.Load(_folder.File(name))), 0, Size + Overhead);
        Assert.True(loaded["big"].bytes.SequenceEqual(tensors["big"].bytes));
        Assert.True(loaded["small"].bytes.SequenceEqual(tensors["small"].bytes));
    }

    [Fact]
    public void A_part_of_a_big_file_costs_that_part()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("KILN_SLOW_TESTS") == "1", "slow: run ./test.sh --all");
        Assert.SkipUnless(File.Exists("/proc/self/clear_refs"), "needs Linux");
        using var scope = NewDisposeScope();
        Safetensors.Save(_folder.File("a"), new Dictionary<string, Tensor> { ["big"] = zeros(2600, 10_000), ["small"] = ones(3) });
        Assert.InRange(Growth(() =>
        {
            using var file = Safetensors.Open(_folder.File("a"));
            Assert.Equal([1f, 1f, 1f], file.Read("small").data<float>().ToArray());
            Assert.Equal([2600, 3], file.ReadNarrow("big", 1, 5000, 3).shape);
        }), 0, 5L << 20);
    }

    /// <summary>By how much the peak of resident memory rises above what is resident now.</summary>
    private static long Growth(Action action)
    {
        GC.Collect();
        // Sets the peak back to what is resident.
        File.WriteAllText("/proc/self/clear_refs", "5");
        long before = Resident("VmHWM");
        action();
        return Resident("VmHWM") - before;
    }

    private static long Resident(string what)
    {
        string line = File.ReadLines("/proc/self/status").First(text => text.StartsWith(what, StringComparison.Ordinal));
        return 1024 * long.Parse(new string([.. line.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);
    }
}
