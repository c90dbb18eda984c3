using static TorchSharp.torch;

namespace Kiln.Weights.Tests;

/// <summary>A file is replaced as a whole or not at all.</summary>
public sealed class AtomicWriteTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Saving_replaces_the_old_file_and_leaves_no_other()
    {
        Save(_folder.File("best"), 1, 10);
        Save(_folder.File("best"), 2, 10);
        Assert.Equal(["best"], _folder.Names);
        Assert.Equal(2, FirstValue(_folder.File("best")));
    }

    [Fact]
    public void A_device_without_space_leaves_the_old_file_and_no_temporary_one()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "needs Linux");
        Save(_folder.File("best"), 1, 10);
        // Whatever is written to the temporary name meets a full disk.
        File.CreateSymbolicLink(_folder.File("best.tmp"), "/dev/full");
        var error = Assert.Throws<WeightsFileException>(() => Save(_folder.File("best"), 2, 100_000));
        Assert.Contains("Free some space", error.Message);
        Assert.Equal(["best"], _folder.Names);
        Assert.Equal(1, FirstValue(_folder.File("best")));
    }

    [Fact]
    public void A_full_disk_leaves_the_old_file_and_no_temporary_one()
    {
        Directory.CreateDirectory(_folder.File("disk"));
        Assert.SkipUnless(OperatingSystem.IsLinux() && Child.Succeeds("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", _folder.File("disk")), "needs the right to mount");
        try
        {
            string path = Path.Combine(_folder.File("disk"), "best");
            Save(path, 1, 10_000);
            Assert.Throws<WeightsFileException>(() => Save(path, 2, 100_000));
            Assert.Equal([path], Directory.GetFileSystemEntries(_folder.File("disk")));
            Assert.Equal(1, FirstValue(path));
        }
        finally
        {
            Child.Succeeds("umount", _folder.File("disk"));
        }
    }

    [Fact]
    public void A_missing_folder_is_an_error_that_says_so()
    {
        var error = Assert.Throws<WeightsFileException>(() => Save(_folder.File("no/such/best"), 1, 1));
        Assert.Contains("cannot be written", error.Message);
        Assert.Contains("choose another folder", error.Message);
    }

    private static void Save(string path, float value, long count)
    {
        using var values = full(count, value);
        Safetensors.Save(path, new Dictionary<string, Tensor> { ["x"] = values });
    }

    private static float FirstValue(string path)
    {
        using var scope = NewDisposeScope();
        return Safetensors.Load(path)["x"].data<float>()[0];
    }
}
