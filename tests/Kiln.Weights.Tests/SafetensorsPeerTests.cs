using System.Text.Json;
using static TorchSharp.torch;

namespace Kiln.Weights.Tests;

/// <summary>Files exchanged with an independent reader and writer in Python.</summary>
public sealed class SafetensorsPeerTests : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Python_reads_what_is_written_here()
    {
        Assert.SkipUnless(File.Exists(Python), "needs python3 with numpy");
        using var scope = NewDisposeScope();
        Safetensors.Save(_folder.File("a"), new Dictionary<string, Tensor>
        {
            ["layer.weight"] = tensor(new[] { 0.5f, -1.25f, 3f, 4f }).reshape(2, 2),
            ["count"] = tensor(9L),
            ["mask"] = tensor(new[] { true, false }),
            ["brain"] = ones(2, dtype: ScalarType.BFloat16),
        }, new Dictionary<string, string> { ["epoch"] = "2" });

        using var read = JsonDocument.Parse(Child.Output(Python, Script, "read", _folder.File("a")));
        Assert.Equal("""{"epoch": "2"}""", read.RootElement.GetProperty("__metadata__").GetRawText());
        Assert.Equal("""{"dtype": "F32", "shape": [2, 2], "begin": 8, "values": ["0.5", "-1.25", "3.0", "4.0"]}""", read.RootElement.GetProperty("layer.weight").GetRawText());
        Assert.Equal("""{"dtype": "I64", "shape": [], "begin": 0, "values": ["9"]}""", read.RootElement.GetProperty("count").GetRawText());
        Assert.Equal("""["True", "False"]""", read.RootElement.GetProperty("mask").GetProperty("values").GetRawText());
        Assert.Equal("BF16", read.RootElement.GetProperty("brain").GetProperty("dtype").GetString());
        Assert.Equal(0, read.RootElement.GetProperty("__start__").GetInt64() % 8);
    }

    [Fact]
    public void What_python_writes_is_read_here()
    {
        Assert.SkipUnless(File.Exists(Python), "needs python3 with numpy");
        Child.Output(Python, Script, "write", _folder.File("a"));
        using var scope = NewDisposeScope();
        var file = Safetensors.Load(_folder.File("a"));
        Assert.Equal([0f, 0.25f, 0.5f, 0.75f, 1f, 1.25f], file["weight"].data<float>().ToArray());
        Assert.Equal([2, 3], file["weight"].shape);
        Assert.Equal(7, file["scalar"].item<long>());
        Assert.Equal([0, 3], file["empty"].shape);
        Assert.Equal(ScalarType.Float16, file["half"].dtype);
        Assert.Equal([true, false, true], file["flags"].data<bool>().ToArray());
        Assert.Equal([1, 2], file["ünïcode"].data<int>().ToArray());
        using var open = Safetensors.Open(_folder.File("a"));
        Assert.Equal("np", open.Metadata["format"]);
    }

    private static string Script => Path.Combine(AppContext.BaseDirectory, "safetensors_peer.py");
}
