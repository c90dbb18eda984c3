using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Jit;

/// <summary>Files that are no whole TorchScript archive never reach libtorch, which would trust them.</summary>
public sealed class DamagedScriptTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_missing_file_says_how_to_make_one() =>
        Assert.Contains("torch.jit.save", Assert.Throws<FileNotFoundException>(() => jit.load("/no/such/file.pt")).Message);

    [Fact]
    public void Other_files_are_told_apart()
    {
        File.WriteAllText(_path, "hello");
        Assert.Contains("is not a TorchScript archive", Assert.Throws<InvalidDataException>(() => jit.load(_path)).Message);
        Assert.Contains("it holds no program", Assert.Throws<InvalidDataException>(() => jit.load(ScriptFiles.PathOf("state.pt"))).Message);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var whole = File.ReadAllBytes(ScriptFiles.PathOf("traced.pt"));
        for (var length = 0; length < whole.Length; length += 97)
        {
            File.WriteAllBytes(_path, whole[..length]);
            Assert.Throws<InvalidDataException>(() => jit.load(_path));
        }
    }

    [Fact]
    public void A_changed_byte_is_found_by_the_checksums_or_changes_nothing_that_matters()
    {
        var whole = File.ReadAllBytes(ScriptFiles.PathOf("net.pt"));
        var random = new Random(3);
        var refused = 0;
        for (var i = 0; i < 300; i++)
        {
            var changed = (byte[])whole.Clone();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(_path, changed);
            try
            {
                jit.load(_path).Dispose();
            }
            catch (Exception e) when (e is InvalidDataException or TorchException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 100, 300);
    }

    [Fact]
    public void A_device_that_is_not_there_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => jit.load(ScriptFiles.PathOf("net.pt"), "cuda:0"));
}
