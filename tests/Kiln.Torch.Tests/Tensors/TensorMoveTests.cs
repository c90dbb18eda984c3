using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Tensors;

public class TensorMoveTests
{
    public static TheoryData<string, ScalarType> Types => new()
    {
        { "float", ScalarType.Float32 }, { "double", ScalarType.Float64 }, { "half", ScalarType.Float16 }, { "bfloat16", ScalarType.BFloat16 },
        { "int", ScalarType.Int32 }, { "long", ScalarType.Int64 }, { "short", ScalarType.Int16 }, { "byte", ScalarType.Byte },
        { "char", ScalarType.Int8 }, { "bool", ScalarType.Bool }, { "cfloat", ScalarType.ComplexFloat32 }, { "cdouble", ScalarType.ComplexFloat64 },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void A_method_named_for_a_type_converts_to_it(string name, ScalarType type)
    {
        using var scope = NewDisposeScope();
        var numbers = tensor([0f, 1f]);
        var converted = name switch
        {
            "float" => numbers.to(ScalarType.Int64).@float(),
            "double" => numbers.@double(),
            "half" => numbers.half(),
            "bfloat16" => numbers.bfloat16(),
            "int" => numbers.@int(),
            "long" => numbers.@long(),
            "short" => numbers.@short(),
            "byte" => numbers.@byte(),
            "char" => numbers.@char(),
            "bool" => numbers.@bool(),
            "cfloat" => numbers.cfloat(),
            _ => numbers.cdouble(),
        };

        Assert.Equal(type, converted.dtype);
        Assert.Equal([0f, 1f], (converted.is_complex() ? converted.real : converted).to(ScalarType.Float32).data<float>().ToArray());
    }

    [Fact]
    public void A_tensor_moves_to_a_device_a_type_or_the_likes_of_another()
    {
        using var scope = NewDisposeScope();
        var numbers = tensor([1f, 2f]);
        var whole = tensor([1L]);

        Assert.Equal(ScalarType.Float32, numbers.to("cpu").dtype);
        Assert.Equal(DeviceType.CPU, numbers.to(DeviceType.CPU).device_type);
        Assert.Equal(ScalarType.Int32, numbers.to(ScalarType.Int32, CPU).dtype);
        Assert.Equal(ScalarType.Int64, numbers.to(whole).dtype);
        Assert.Equal(ScalarType.Float64, numbers.to_type(ScalarType.Float64).dtype);
        Assert.Equal(ScalarType.Int64, numbers.type_as(whole).dtype);
        Assert.Equal(ScalarType.Int16, numbers.type(ScalarType.Int16).dtype);
        Assert.Equal(ScalarType.Float16, numbers.type(x => x.half()).dtype);
        Assert.Equal([1f, 2f], numbers.cpu().data<float>().ToArray());
        Assert.Equal([1f, 2f], numbers.pin_memory().data<float>().ToArray());
    }

    [Fact]
    public void A_move_can_free_what_it_came_from()
    {
        using var scope = NewDisposeScope();
        var numbers = tensor([1f, 2f]);
        var moved = numbers.to(ScalarType.Float64, disposeAfter: true);

        Assert.True(numbers.IsInvalid);
        Assert.False(moved.IsInvalid);
    }

    [Fact]
    public void Devices_that_are_not_there_are_refused()
    {
        using var scope = NewDisposeScope();

        Assert.ThrowsAny<Exception>(() => ones(1).cuda());
        Assert.ThrowsAny<Exception>(() => ones(1).mps());
    }

    [Fact]
    public void Copying_keeps_the_target_and_its_type()
    {
        using var scope = NewDisposeScope();
        var target = zeros(2, dtype: ScalarType.Float64);

        Assert.Same(target, target.copy_(tensor([1f, 2f])));
        Assert.Equal([1d, 2d], target.data<double>().ToArray());
    }
}
