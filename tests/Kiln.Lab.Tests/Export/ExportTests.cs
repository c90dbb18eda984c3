using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Kiln.Training;
using Kiln.Weights;
using static TorchSharp.torch;

namespace Kiln.Tests;

[Collection("lab")]
public sealed class ExportTests : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly LabFixture _lab = new();

    public void Dispose() => _lab.Dispose();

    private string File(string name) => Path.Combine(_lab.Folder, name);

    private async Task<Run> Trained(TrainOptions? options = null)
    {
        LabFixture.Define("mlp", 16);
        return await Lab.Train("mlp", "digits", options ?? new TrainOptions { Epochs = 2 });
    }

    [Fact]
    public async Task Weights_are_exported_with_size_hash_and_what_the_file_is_of()
    {
        var run = await Trained();
        var exported = run.Export(File("net.safetensors"));
        byte[] bytes = System.IO.File.ReadAllBytes(exported.Path);
        Assert.Equal(("safetensors", bytes.LongLength, Convert.ToHexStringLower(SHA256.HashData(bytes))), (exported.Format, exported.Bytes, exported.Sha256));
        using var file = Safetensors.Open(exported.Path);
        Assert.Equal((run.Id, "mlp", "digits"), (file.Metadata["run"], file.Metadata["model"], file.Metadata["data"]));
        Assert.Equal(10, JsonSerializer.Deserialize<string[]>(file.Metadata["target_names"])!.Length);
        using var scope = NewDisposeScope();
        foreach (var (name, tensor) in run.Module!.state_dict()) Assert.True(file.Read(name).equal(tensor).all().item<bool>());
    }

    [Theory]
    [InlineData("best")]
    [InlineData("last")]
    public async Task A_run_of_an_earlier_session_is_exported_from_the_store(string keep)
    {
        var run = await Trained(new TrainOptions { Epochs = 4, Lr = 0.3, Keep = keep });
        var here = run.Export(File("here.safetensors"));
        _lab.Reopen();
        var there = Lab.Export(run.Id, File("there.safetensors"));
        using var scope = NewDisposeScope();
        var stored = Safetensors.Load(there.Path);
        foreach (var (name, tensor) in Safetensors.Load(here.Path)) Assert.True(stored[name].equal(tensor).all().item<bool>(), name);
    }

    [Fact]
    public async Task Python_computes_the_same_with_the_lines_that_need_torch_alone()
    {
        Assert.SkipUnless(System.IO.File.Exists(Python), "needs python3 with torch");
        var run = await Trained();
        var exported = run.Export(File("net.safetensors"));
        using var scope = NewDisposeScope();
        var expected = run.Module!.call(arange(64, ScalarType.Float32).reshape(1, 64) / 64).data<float>().ToArray();
        var output = Output($"""
            import torch
            from collections import OrderedDict
            model = torch.nn.Sequential(OrderedDict(flatten=torch.nn.Flatten(), fc1=torch.nn.Linear(64, 16), relu=torch.nn.ReLU(), fc2=torch.nn.Linear(16, 10)))
            {exported.PythonWithTorchAlone}
            print(model(torch.arange(64.).reshape(1, 64) / 64).tolist()[0])
            """);
        var computed = JsonSerializer.Deserialize<float[]>(output)!;
        for (var i = 0; i < 10; i++) Assert.Equal(expected[i], computed[i], 1e-5f);
    }

    [Fact]
    public async Task The_lines_that_need_a_package_are_python()
    {
        Assert.SkipUnless(System.IO.File.Exists(Python), "needs python3");
        var run = await Trained();
        string[] all = [run.Export(File("net.safetensors")).Python, run.Export(File("net.onnx")).Python, run.Export(File("raw.onnx"), new ExportOptions { RawInputs = true }).Python];
        Output(string.Join('\n', all.Select(lines => $"compile({JsonSerializer.Serialize(lines)}, 'lines', 'exec')")));
        Assert.Contains("onnxruntime", all[1]);
        Assert.Contains("# pixels, 0..16", all[2]);
    }

    [Fact]
    public async Task Onnx_is_accepted_by_the_checker_of_ONNX_also_from_the_store()
    {
        Assert.SkipUnless(System.IO.File.Exists(Python), "needs python3 with torch");
        var run = await Trained();
        run.Export(File("here.onnx"), new ExportOptions { RawInputs = true });
        _lab.Reopen();
        LabFixture.Define("mlp", 16);
        Lab.Export(run.Id, File("there.onnx"), new ExportOptions { RawInputs = true });
        Assert.Equal(System.IO.File.ReadAllBytes(File("here.onnx")), System.IO.File.ReadAllBytes(File("there.onnx")));
        Assert.Equal("ok", Output($"import torch; torch._C._check_onnx_proto(open('{File("there.onnx")}', 'rb').read(), full_check=True); print('ok')"));
    }

    [Fact]
    public async Task Of_a_GAN_the_generator_is_exported_which_takes_noise()
    {
        Assert.SkipUnless(System.IO.File.Exists(Python), "needs python3 with torch");
        Model.Ready("pair", "gan");
        var run = await Lab.Train("pair", "digits", new TrainOptions { Epochs = 1 });
        var exported = run.Export(File("pair.onnx"));
        Assert.Contains("x = numpy.random.randn(1, 16).astype(numpy.float32)  # noise;", exported.Python);
        Assert.Equal("ok", Output($"import torch; torch._C._check_onnx_proto(open('{File("pair.onnx")}', 'rb').read(), full_check=True); print('ok')"));
        var error = Assert.Throws<LabException>(() => run.Export(File("raw.onnx"), new ExportOptions { RawInputs = true }));
        Assert.EndsWith("the generator of a GAN takes noise, which is not scaled, so --raw-inputs says nothing here. Leave it out.", error.Message);
    }

    [Theory]
    [InlineData("net.txt", "expected the format safetensors or onnx, got 'txt'. Let the file end in .safetensors or .onnx, or say --to.")]
    [InlineData("net", "expected the format safetensors or onnx, got ''.")]
    public async Task An_unknown_format_is_refused(string name, string message)
    {
        var run = await Trained(new TrainOptions { Epochs = 1 });
        Assert.Contains(message, Assert.Throws<LabException>(() => run.Export(File(name))).Message);
    }

    [Fact]
    public async Task A_run_whose_definition_has_changed_says_where_the_old_one_is()
    {
        var run = await Trained(new TrainOptions { Epochs = 1 });
        _lab.Reopen();
        LabFixture.Define("mlp", 17);
        var error = Assert.Throws<LabException>(() => Lab.Export(run.Id, File("net.onnx")));
        Assert.Equal($"Run {run.Id} was trained from another definition of 'mlp'. #!runs show {run.Id} prints it: define that under the same name, then try again.", error.Message);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_told_in_one_message()
    {
        var run = await Trained(new TrainOptions { Epochs = 1 });
        var error = Assert.Throws<LabException>(() => run.Export(File("none/net.onnx")));
        Assert.StartsWith($"Run {run.Id} (mlp) was not exported. ", error.Message);
    }

    private static string Output(string script)
    {
        var start = new ProcessStartInfo(Python, ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.GetAwaiter().GetResult());
        return output.Trim();
    }
}
