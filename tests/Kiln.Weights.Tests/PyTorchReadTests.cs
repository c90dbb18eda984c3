using Kiln.Torch.Tests;
using System.Numerics;
using static TorchSharp.torch;

namespace Kiln.Weights.Tests;

/// <summary>Files that Python's torch.save wrote.</summary>
public sealed class PyTorchReadTests
{
    [Theory, InlineData("state"), InlineData("views"), InlineData("dtypes"), InlineData("tied")]
    public void Every_tensor_has_the_shape_dtype_and_values_it_had_in_python(string name)
    {
        using var scope = NewDisposeScope();
        AssertEqual(name, StateDict.Load(GoldenFile.Path(name + ".pt")));
    }

    [Theory, InlineData("legacy", "state"), InlineData("legacy_views", "views"), InlineData("protocol4", "state")]
    public void Files_of_older_versions_and_newer_pickles_are_read_too(string file, string content)
    {
        using var scope = NewDisposeScope();
        AssertEqual(content, StateDict.Load(GoldenFile.Path(file + ".pt")));
    }

    [Fact]
    public void A_model_with_the_weights_of_python_gives_the_output_of_python()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.Flatten(), nn.Linear(8, 3));
        model.load_state_dict(StateDict.Load(GoldenFile.Path("state.pt")));
        model.eval();
        var image = tensor(GoldenFile.Values(GoldenFile.Of("image"))).to_type(ScalarType.Float32).reshape(2, 1, 4, 4);
        var output = GoldenFile.Numbers(model.call(image));
        foreach (var (expected, actual) in GoldenFile.Values(GoldenFile.Of("output")).Zip(output)) Assert.Equal(expected, actual, 1e-5);
    }

    [Fact]
    public void Tensors_that_share_memory_in_the_file_share_it_here()
    {
        using var scope = NewDisposeScope();
        var tied = StateDict.Load(GoldenFile.Path("tied.pt"));
        tied["a"].fill_(7);
        Assert.All(GoldenFile.Numbers(tied["b"]), value => Assert.Equal(7, value));
        var views = StateDict.Load(GoldenFile.Path("views.pt"));
        views["base"].fill_(7);
        Assert.All(GoldenFile.Numbers(views["transposed"]), value => Assert.Equal(7, value));
    }

    [Fact]
    public void A_checkpoint_keeps_its_nested_values()
    {
        using var scope = NewDisposeScope();
        var checkpoint = Assert.IsType<Dictionary<object, object?>>(PyTorchFile.Read(GoldenFile.Path("checkpoint.pt")));
        Assert.Equal(2L, checkpoint["epoch"]);
        var optimizer = (Dictionary<object, object?>)checkpoint["optimizer"]!;
        var group = (Dictionary<object, object?>)((List<object?>)optimizer["param_groups"]!)[0]!;
        Assert.Equal(0.01, group["lr"]);
        Assert.Equal(new object?[] { 0.9, 0.999 }, group["betas"]);
        var first = (Dictionary<object, object?>)((Dictionary<object, object?>)optimizer["state"]!)[0L]!;
        Assert.Equal([2, 1, 3, 3], ((Tensor)first["exp_avg"]!).shape);
    }

    [Fact]
    public void The_state_dict_inside_a_checkpoint_is_loaded_by_its_name()
    {
        using var scope = NewDisposeScope();
        AssertEqual("state", StateDict.Load(GoldenFile.Path("checkpoint.pt"), "model"));
        var error = Assert.Throws<WeightsFileException>(() => StateDict.Load(GoldenFile.Path("checkpoint.pt")));
        Assert.Contains("it is a checkpoint with a state dict under \"model\". Name one: StateDict.Load(path, \"model\")", error.Message);
        Assert.Throws<WeightsFileException>(() => StateDict.Load(GoldenFile.Path("checkpoint.pt"), "epoch"));
        Assert.Contains("holds no state dict", Assert.Throws<WeightsFileException>(() => StateDict.Load(GoldenFile.Path("plain.pt"))).Message);
    }

    [Fact]
    public void Plain_values_come_as_their_dotnet_counterparts()
    {
        using var scope = NewDisposeScope();
        var values = (Dictionary<object, object?>)PyTorchFile.Read(GoldenFile.Path("plain.pt"))!;
        Assert.Equal(3L, values["epoch"]);
        Assert.Equal(-0.25, values["loss"]);
        Assert.Equal(BigInteger.One << 80, values["big"]);
        Assert.Equal(-70000L, values["negative"]);
        Assert.Equal("Größe ✓", values["name"]);
        Assert.Null(values["none"]);
        Assert.Equal(true, values["yes"]);
        Assert.Equal(new byte[] { 0, 255, (byte)'a' }, values["bytes"]);
        Assert.Equal(Array.Empty<byte>(), values["empty"]);
        Assert.Equal(new long[] { 2, 3 }, values["size"]);
        Assert.Equal(ScalarType.BFloat16, values["dtype"]);
        Assert.Equal("cpu", values["device"]);
        Assert.Equal(new Complex(1, -2), values["complex"]);
        var list = (List<object?>)values[7L]!;
        Assert.Equal(new object?[] { 2L, 3.5 }, list[1]);
        Assert.False(((Tensor)values["parameter"]!).requires_grad);
    }

    [Fact]
    public void What_is_not_on_the_list_is_refused_by_its_name_with_a_remedy()
    {
        foreach (var file in GoldenFile.Of("refused").EnumerateObject())
        {
            var error = Assert.Throws<WeightsFileException>(() => PyTorchFile.Read(GoldenFile.Path($"refused_{file.Name}.pt")));
            Assert.Contains($"asks for the Python object {file.Value.GetString()}", error.Message);
            Assert.Contains("torch.save(model.state_dict(), path)", error.Message);
            Assert.Contains("save_file(model.state_dict()", error.Message);
        }
    }

    [Fact]
    public void A_torchscript_archive_is_told_apart() =>
        Assert.Contains("Load it with torch.jit.load(path)", Assert.Throws<WeightsFileException>(() => PyTorchFile.Read(GoldenFile.Path("torchscript.pt"))).Message);

    [Fact]
    public void Reading_leaves_no_tensors_behind_but_those_it_returns()
    {
        long before = LivingTensors.Settled();
        var tensors = StateDict.Load(GoldenFile.Path("views.pt"));
        Assert.Equal(before + tensors.Count, Tensor.TotalCount);
        foreach (var tensor in tensors.Values) tensor.Dispose();
        Assert.Throws<WeightsFileException>(() => PyTorchFile.Read(GoldenFile.Path("refused_sparse.pt")));
        Assert.Equal(before, Tensor.TotalCount);
    }

    private static void AssertEqual(string name, Dictionary<string, Tensor> tensors)
    {
        var golden = GoldenFile.Of(name);
        Assert.Equal(golden.EnumerateObject().Select(entry => entry.Name), tensors.Keys);
        foreach (var entry in golden.EnumerateObject()) GoldenFile.AssertEqual(entry.Value, tensors[entry.Name]);
    }
}
