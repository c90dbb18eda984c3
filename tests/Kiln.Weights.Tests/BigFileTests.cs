using System.Globalization;
using static TorchSharp.torch;

namespace Kiln.Weights.Tests;

/// <summary>What a file of 100 MB costs in memory, and that it comes back whole.</summary>
public sealed class BigFileTests : IDisposable
{
    // Buffers, headers and what the allocator rounds up.
    private const long Overhead = 40L << 20;

    private readonly TemporaryFolder _folder = new(onDisk: true);

    public void Dispose() => _folder.Dispose();

    // Each size is new to the process: freed blocks wait for the next tensor of their size, which then would take nothing.
    [Theory, InlineData("a.safetensors", 26_000_000), InlineData("a.pt", 39_000_000)]
    public void Writing_needs_no_copy_and_reading_needs_one(string name, long elements)
    {
        var size = 4 * elements;
        Assert.SkipUnless(Environment.GetEnvironmentVariable("KILN_SLOW_TESTS") == "1", "slow: run ./test.sh --all");
        Assert.SkipUnless(File.Exists("/proc/self/clear_refs"), "needs Linux");
        using var scope = NewDisposeScope();
        var tensors = new Dictionary<string, Tensor> { ["big"] = rand(elements - 1000), ["small"] = rand(1000) };
        Assert.InRange(Growth(() => StateDict.Save(_folder.File(name), tensors)), 0, Overhead);
        Dictionary<string, Tensor> loaded = [];
        Assert.InRange(Growth(() => loaded = StateDict.Load(_folder.File(name))), size / 2, size + Overhead);
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
