using Kiln.Torch.Tests;
using System.Buffers.Binary;
using System.Text;
using static TorchSharp.torch;

namespace Kiln.Weights.Tests;

public sealed class SafetensorsRoundTripTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<ScalarType> Types =>
    [
        ScalarType.Float64, ScalarType.Float32, ScalarType.Float16, ScalarType.BFloat16, ScalarType.Int64,
        ScalarType.Int32, ScalarType.Int16, ScalarType.Int8, ScalarType.Byte, ScalarType.Bool, ScalarType.ComplexFloat32,
    ];

    [Theory, MemberData(nameof(Types))]
    public void Values_of_every_dtype_come_back_bit_for_bit(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var saved = tensor(new[] { 0.0, 1.0, 3.0, 100.0, 0.5, 7.0 }).reshape(2, 3).to_type(type);
        Safetensors.Save(_folder.File("a"), new Dictionary<string, Tensor> { ["x"] = saved });
        var file = Safetensors.Load(_folder.File("a"));
        var loaded = file["x"];
        Assert.Equal(type, loaded.dtype);
        Assert.Equal([2, 3], loaded.shape);
        Assert.Equal(saved.bytes.ToArray(), loaded.bytes.ToArray());
    }

    [Fact]
    public void Scalars_empty_tensors_and_views_come_back_with_their_shapes()
    {
        using var scope = NewDisposeScope();
        var matrix = arange(6, ScalarType.Float32).reshape(2, 3);
        Safetensors.Save(_folder.File("a"), new Dictionary<string, Tensor>
        {
            ["scalar"] = tensor(5L),
            ["empty"] = zeros(0, 4),
            ["turned"] = matrix.t(),
            ["row"] = matrix.narrow(0, 1, 1),
        });
        var file = Safetensors.Load(_folder.File("a"));
        Assert.Equal(5, file["scalar"].item<long>());
        Assert.Empty(file["scalar"].shape);
        Assert.Equal([0, 4], file["empty"].shape);
        Assert.Equal([0f, 3f, 1f, 4f, 2f, 5f], file["turned"].data<float>().ToArray());
        Assert.Equal([3f, 4f, 5f], file["row"].data<float>().ToArray());
    }

    [Fact]
    public void A_file_without_tensors_keeps_its_metadata()
    {
        Safetensors.Save(_folder.File("a"), new Dictionary<string, Tensor>(), new Dictionary<string, string> { ["epoch"] = "3", ["ü"] = "\"" });
        using var file = Safetensors.Open(_folder.File("a"));
        Assert.Empty(file.Entries);
        Assert.Equal(new Dictionary<string, string> { ["epoch"] = "3", ["ü"] = "\"" }, file.Metadata);
    }

    [Fact]
    public void Equal_tensors_give_equal_files_whatever_their_order()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (ones(2), zeros(3, dtype: ScalarType.Int64));
        Safetensors.Save(_folder.File("a"), new Dictionary<string, Tensor> { ["a"] = a, ["b"] = b });
        Safetensors.Save(_folder.File("b"), new Dictionary<string, Tensor> { ["b"] = b, ["a"] = a });
        Assert.Equal(File.ReadAllBytes(_folder.File("a")), File.ReadAllBytes(_folder.File("b")));
    }

    [Fact]
    public void Every_tensor_is_aligned_to_its_elements()
    {
        using var scope = NewDisposeScope();
        Safetensors.Save(_folder.File("a"), new Dictionary<string, Tensor> { ["a"] = ones(3, dtype: ScalarType.Byte), ["b"] = ones(1), ["c"] = ones(1, dtype: ScalarType.Int64) });
        var bytes = File.ReadAllBytes(_folder.File("a"));
        long length = BinaryPrimitives.ReadInt64LittleEndian(bytes);
        Assert.Equal(0, length % 8);
        string header = Encoding.UTF8.GetString(bytes, 8, (int)length).TrimEnd();
        Assert.Equal("""{"c":{"dtype":"I64","shape":[1],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[8,12]},"a":{"dtype":"U8","shape":[3],"data_offsets":[12,15]}}""", header);
    }

    [Fact]
    public void A_module_saved_and_loaded_gives_the_same_output()
    {
        using var scope = NewDisposeScope();
        manual_seed(5);
        using var source = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.Flatten(), nn.Linear(8, 3));
        using var target = nn.Sequential(nn.Conv2d(1, 2, 3), nn.BatchNorm2d(2), nn.Flatten(), nn.Linear(8, 3));
        var input = randn(2, 1, 4, 4);
        source.call(input);
        Safetensors.Save(_folder.File("model"), source.state_dict());
        target.load_state_dict(Safetensors.Load(_folder.File("model")));
        source.eval();
        target.eval();
        Assert.Equal(source.call(input).data<float>().ToArray(), target.call(input).data<float>().ToArray());
    }

    [Fact]
    public void Reading_and_writing_leave_no_tensors_behind()
    {
        using var saved = ones(1000);
        var tensors = new Dictionary<string, Tensor> { ["x"] = saved };
        long before = LivingTensors.Settled();
        Safetensors.Save(_folder.File("a"), tensors);
        foreach (var tensor in Safetensors.Load(_folder.File("a")).Values) tensor.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_dtype_that_the_format_lacks_is_named_with_those_it_has()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ArgumentException>(() => Safetensors.Save(_folder.File("a"), new Dictionary<string, Tensor> { ["z"] = zeros(1, dtype: ScalarType.ComplexFloat64) }));
        Assert.Contains("'z' has dtype ComplexFloat64; the format has F64", error.Message);
        Assert.Empty(_folder.Names);
    }
}
