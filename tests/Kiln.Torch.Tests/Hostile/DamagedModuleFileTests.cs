using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Hostile;

/// <summary>Ten thousand damaged files of module.save: a clean exception or weights, and no more memory than the file has.</summary>
public sealed class DamagedModuleFileTests
{
    private const int Mutants = 10_000;
    private const long SmallChange = 400_000;

    [Fact]
    public void Damaged_files_are_refused_or_loaded_and_never_take_memory()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2));
        var whole = new MemoryStream();
        model.save(whole);
        var mutations = new Kiln.Weights.Tests.Mutations(21);
        var tensors = LivingTensors.Settled();
        for (var i = 0; i < Mutants; i++)
        {
            var bytes = mutations.Of(whole.ToArray());
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                model.load(new MemoryStream(bytes), strict: false);
            }
            catch (Exception e) when (e is InvalidDataException or ArgumentException)
            {
                // What a damaged file should give; a shape that does not fit is the second.
            }
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, bytes.Length + SmallChange);
        }
        Assert.Equal(tensors, Tensor.TotalCount);
    }
}
