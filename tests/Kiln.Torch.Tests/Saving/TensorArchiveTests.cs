using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Saving;

/// <summary>Files that Python reads: single tensors, and TorchSharp's own format through a reader of a few lines.</summary>
public sealed class TensorArchiveTests : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        File.Delete(_file);
        File.Delete(_file + ".py");
    }

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.ComplexFloat64)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Bool)]
    public void A_tensor_comes_back_from_its_file(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var saved = arange(6).reshape(2, 3).t().to_type(type);
        saved.save(_file);

        TensorAssert.Same(saved, Tensor.load(_file));
    }

    [Fact]
    public void Whether_gradients_are_needed_comes_back_too()
    {
        using var scope = NewDisposeScope();
        var leaf = ones(2, requires_grad: true);
        torch.save(leaf, _file);
        Assert.True(torch.load(_file).requires_grad);
        torch.save(leaf * 2, _file);
        Assert.False(torch.load(_file).requires_grad);
    }

    [Fact]
    public void Python_reads_the_file()
    {
        using var scope = NewDisposeScope();
        arange(6f).reshape(2, 3).save(_file);

        Assert.Equal("[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]", Run("import torch, sys; print(next(torch.jit.load(sys.argv[1]).parameters()).tolist())"));
    }

    [Fact]
    public void Python_reads_TorchSharps_own_format()
    {
        using var scope = NewDisposeScope();
        tensor(new[,] { { 1.5, -2.0 }, { 300.0, 0.25 } }).t().Save(_file);

        Assert.Equal("7 [2, 2] [1.5, 300.0, -2.0, 0.25]", Run("""
            import struct, sys
            data = open(sys.argv[1], "rb").read()
            at = 0
            def number():
                global at
                value, shift = 0, 0
                while True:
                    byte = data[at]; at += 1
                    value |= (byte & 127) << shift; shift += 7
                    if byte < 128: return value
            dtype = number(); shape = [number() for _ in range(number())]
            print(dtype, shape, list(struct.unpack("<%dd" % (shape[0] * shape[1]), data[at:])))
            """));
        TensorAssert.Same(tensor(new[,] { { 1.5, 300.0 }, { -2.0, 0.25 } }), Tensor.Load(_file));
        using var reader = new BinaryReader(File.OpenRead(_file));
        Assert.Equal([2, 2], Tensor.Load(reader).shape);
    }

    [Fact]
    public void A_file_that_holds_a_program_is_refused_before_it_runs()
    {
        Run("""
            import torch, sys
            class Model(torch.nn.Module):
                def __init__(self):
                    super().__init__()
                    self.weight = torch.nn.Parameter(torch.ones(2))
                def forward(self, x):
                    return x * self.weight
            torch.jit.save(torch.jit.script(Model()), sys.argv[1])
            """);

        Assert.Contains("torch.jit.load", Assert.Throws<InvalidDataException>(() => torch.load(_file)).Message);
    }

    [Fact]
    public void A_missing_damaged_or_foreign_file_is_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<FileNotFoundException>(() => torch.load(_file));
        ones(100).save(_file);
        var whole = File.ReadAllBytes(_file);
        File.WriteAllBytes(_file, whole[..(whole.Length / 2)]);
        Assert.Throws<InvalidDataException>(() => torch.load(_file));
        File.Delete(_file);
        using (var zip = ZipFile.Open(_file, ZipArchiveMode.Create)) zip.CreateEntry("a/constants.pkl");
        Assert.ThrowsAny<Exception>(() => torch.load(_file));
    }

    private string Run(string script)
    {
        // TorchScript looks at the source of its classes, so there must be a file of it.
        File.WriteAllText(_file + ".py", script);
        var start = new ProcessStartInfo(Python, [_file + ".py", _file]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, string.Create(CultureInfo.InvariantCulture, $"python ended with {process.ExitCode}: {error}"));
        return output.Trim();
    }
}
