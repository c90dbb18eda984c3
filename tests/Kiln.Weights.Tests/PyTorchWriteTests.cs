using System.Text.Json;
using static TorchSharp.torch;

namespace Kiln.Weights.Tests;

/// <summary>State dicts written for Python.</summary>
public sealed class PyTorchWriteTests : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory, InlineData(false), InlineData(true)]
    public void Python_reads_what_is_written_here(bool weightsOnly)
    {
        Assert.SkipUnless(File.Exists(Python), "needs python3 with torch");
        using var scope = NewDisposeScope();
        StateDict.Save(_folder.File("a.pt"), Tensors());
        string script = Path.Combine(AppContext.BaseDirectory, "pytorch_peer.py");
        using var read = JsonDocument.Parse(weightsOnly
            ? Child.Output(Python, script, _folder.File("a.pt"), "weights_only")
            : Child.Output(Python, script, _folder.File("a.pt")));
        Assert.Equal("OrderedDict", read.RootElement.GetProperty("__type__").GetString());
        Assert.True(read.RootElement.GetProperty("__shared__").GetBoolean());
        Assert.Equal("""{"dtype": "torch.float32", "shape": [3, 2], "values": ["0.0", "3.0", "1.0", "4.0", "2.0", "5.0"]}""", read.RootElement.GetProperty("turned").GetRawText());
        Assert.Equal("""{"dtype": "torch.int64", "shape": [], "values": ["9"]}""", read.RootElement.GetProperty("count").GetRawText());
        Assert.Equal("""{"dtype": "torch.bool", "shape": [2], "values": ["True", "False"]}""", read.RootElement.GetProperty("mask").GetRawText());
        Assert.Equal("torch.bfloat16", read.RootElement.GetProperty("brain ü").GetProperty("dtype").GetString());
        Assert.Equal("""{"dtype": "torch.float64", "shape": [0, 3], "values": []}""", read.RootElement.GetProperty("empty").GetRawText());
    }

    [Fact]
    public void What_is_written_here_is_read_here_bit_for_bit()
    {
        using var scope = NewDisposeScope();
        var saved = Tensors();
        PyTorchFile.Save(_folder.File("a"), saved);
        var loaded = StateDict.Load(_folder.File("a"));
        Assert.Equal(saved.Keys, loaded.Keys);
        foreach (var (name, tensor) in saved)
        {
            Assert.Equal(tensor.dtype, loaded[name].dtype);
            Assert.Equal(tensor.shape, loaded[name].shape);
            Assert.Equal(tensor.contiguous().bytes.ToArray(), loaded[name].contiguous().bytes.ToArray());
        }
    }

    [Fact]
    public void Equal_tensors_give_equal_files()
    {
        using var scope = NewDisposeScope();
        PyTorchFile.Save(_folder.File("a"), Tensors());
        PyTorchFile.Save(_folder.File("b"), Tensors());
        Assert.Equal(File.ReadAllBytes(_folder.File("a")), File.ReadAllBytes(_folder.File("b")));
    }

    [Fact]
    public void The_ending_of_the_name_tells_the_format()
    {
        using var scope = NewDisposeScope();
        var tensors = new Dictionary<string, Tensor> { ["x"] = ones(2) };
        foreach (string name in new[] { "a.pt", "a.PTH", "a.safetensors" })
        {
            StateDict.Save(_folder.File(name), tensors);
            Assert.Equal([1f, 1f], StateDict.Load(_folder.File(name))["x"].data<float>().ToArray());
        }
        Assert.Contains("ends in .safetensors or .pt", Assert.Throws<ArgumentException>(() => StateDict.Save(_folder.File("a.dat"), tensors)).Message);
        Assert.Throws<ArgumentException>(() => StateDict.Load(_folder.File("a.safetensors"), "model"));
    }

    private static Dictionary<string, Tensor> Tensors()
    {
        var shared = full(4, 0.5f);
        return new Dictionary<string, Tensor>
        {
            ["turned"] = arange(6, ScalarType.Float32).reshape(2, 3).t(),
            ["count"] = tensor(9L),
            ["mask"] = tensor(new[] { true, false }),
            ["brain ü"] = ones(2, dtype: ScalarType.BFloat16),
            ["empty"] = zeros(0, 3, dtype: ScalarType.Float64),
            ["a"] = shared,
            ["b"] = shared,
        };
    }
}
