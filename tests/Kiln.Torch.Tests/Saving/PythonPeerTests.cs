using System.Diagnostics;
using System.Text.Json;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Saving;

/// <summary>Files of module.save, exchanged with an independent reader and writer in Python.</summary>
public sealed class PythonPeerTests : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Python_reads_what_a_module_saves()
    {
        using var scope = NewDisposeScope();
        using var model = new Mixed();
        model.save(_folder.File("a"));
        using var read = JsonDocument.Parse(RunPython("read"));
        Assert.Equal("""{"dtype": "float32", "shape": [2], "values": ["1.0", "1.0"]}""", read.RootElement.GetProperty("norm.weight").GetRawText());
        Assert.Equal("""{"dtype": "int64", "shape": [], "values": ["0"]}""", read.RootElement.GetProperty("norm.num_batches_tracked").GetRawText());
        Assert.Equal("""{"dtype": "float64", "shape": [2, 1], "values": ["0.25", "-3.0"]}""", read.RootElement.GetProperty("doubles").GetRawText());
        Assert.Equal("""{"dtype": "bool", "shape": [3], "values": ["True", "False", "True"]}""", read.RootElement.GetProperty("mask").GetRawText());
        Assert.Equal("""{"dtype": "complex64", "shape": [1], "values": ["(1-2j)"]}""", read.RootElement.GetProperty("complex").GetRawText());
        Assert.Equal(300, read.RootElement.GetProperty("long").GetProperty("shape")[0].GetInt32());
    }

    [Fact]
    public void A_module_reads_what_python_writes()
    {
        using var scope = NewDisposeScope();
        RunPython("write");
        using var layer = nn.Linear(3, 2);
        layer.load(_folder.File("a"));
        Assert.Equal([0f, 0.25f, 0.5f, 0.75f, 1f, 1.25f], layer.weight.data<float>().ToArray());
        Assert.Equal([0.5f, -1f], layer.bias!.data<float>().ToArray());
    }

    private string RunPython(string command)
    {
        Assert.SkipUnless(File.Exists(Python), "needs python3 with numpy");
        var script = Path.Combine(AppContext.BaseDirectory, "Saving", "torchsharp_peer.py");
        using var process = Process.Start(new ProcessStartInfo(Python, [script, command, _folder.File("a")]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    private sealed class Mixed : nn.Module
    {
        public Mixed() : base(nameof(Mixed))
        {
            register_module("norm", nn.BatchNorm1d(2));
            register_buffer("doubles", tensor(new[] { 0.25, -3 }).reshape(2, 1));
            register_buffer("mask", tensor(new[] { true, false, true }));
            register_buffer("complex", tensor(new[] { (1f, -2f) }));
            register_buffer("long", zeros(300));
        }
    }
}
