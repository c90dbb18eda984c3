using System.Globalization;
using System.Text;
using Kiln.Torch.Tests;
using static TorchSharp.torch;

namespace Kiln.Weights.Tests;

/// <summary>Ten thousand damaged files of each format: a value or one kind of exception, and no more memory than the file has.</summary>
public sealed class FuzzTests : IDisposable
{
    private const int Mutants = 10_000;

    // Objects for the few values a small file can hold, and the message.
    private const long SmallChange = 400_000;

    private readonly TemporaryFolder _folder = new();

    public FuzzTests() => LivingTensors.Settled();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Damaged_safetensors_files()
    {
        using (var scope = NewDisposeScope())
            Safetensors.Save(_folder.File("seed"), new Dictionary<string, Tensor> { ["a"] = ones(2, 3), ["b"] = tensor(5L), ["ü"] = ones(3, dtype: ScalarType.BFloat16) }, new Dictionary<string, string> { ["epoch"] = "3" });
        Run(_folder.File("seed"), seed: 11);
    }

    [Theory]
    [InlineData("state.pt", 12), InlineData("legacy.pt", 13), InlineData("plain.pt", 14), InlineData("legacy_views.pt", 15), InlineData("views.pt", 16)]
    public void Damaged_files_of_torch_save(string name, int seed) => Run(GoldenFile.Path(name), seed, Mutants / 5);

    // Damage to the pickle alone: the archive around it stays whole.
    [Theory, InlineData("plain.pt", 17), InlineData("views.pt", 18)]
    public void Damaged_pickles_in_whole_archives(string name, int seed)
    {
        var whole = File.ReadAllBytes(GoldenFile.Path(name));
        var (pickle, others) = Unpacked(whole);
        var mutations = new Mutations(seed);
        for (int i = 0; i < Mutants / 5; i++) Check(PickleText.Archive(mutations.Of(pickle), others), seed, i);
    }

    private static (byte[] Pickle, (string, byte[])[] Others) Unpacked(byte[] whole)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(whole));
        var entries = zip.Entries.Select(entry =>
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(content);
            return ("a" + entry.FullName[entry.FullName.IndexOf('/')..], content.ToArray());
        }).ToList();
        return (entries.Single(entry => entry.Item1 == "a/data.pkl").Item2, [.. entries.Where(entry => entry.Item1 != "a/data.pkl")]);
    }

    private void Run(string path, int seed, int mutants = Mutants)
    {
        var whole = File.ReadAllBytes(path);
        var mutations = new Mutations(seed);
        long memory = PeakMemory();
        for (int i = 0; i < mutants; i++) Check(mutations.Of(whole), seed, i);
        Assert.InRange(PeakMemory() - memory, 0, 300L << 20);
    }

    private void Check(byte[] bytes, int seed, int number)
    {
        string path = _folder.File("mutant");
        File.WriteAllBytes(path, bytes);
        long tensors = Tensor.TotalCount;
        long before = GC.GetAllocatedBytesForCurrentThread();
        using (var scope = NewDisposeScope())
        {
            try
            {
                if (bytes is [0x80, ..] or [(byte)'P', ..]) PyTorchFile.Read(path);
                else StateDict.Load(path);
            }
            catch (WeightsFileException e)
            {
                Assert.StartsWith(path, e.Message);
            }
            catch (Exception e)
            {
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, mutant {number}: {e}\n{Encoding.Latin1.GetString(bytes)}"));
            }
        }
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, bytes.Length + SmallChange);
        Assert.Equal(tensors, Tensor.TotalCount);
    }

    // With libtorch's; 0 where the system does not tell.
    private static long PeakMemory()
    {
        if (!File.Exists("/proc/self/status")) return 0;
        string line = File.ReadLines("/proc/self/status").First(text => text.StartsWith("VmHWM", StringComparison.Ordinal));
        return 1024 * long.Parse(new string([.. line.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture);
    }
}
