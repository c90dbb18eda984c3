using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Api;

/// <summary>Enumerations and constants have TorchSharp's members, and libtorch's numbers where they cross into it.</summary>
public class EnumerationTests
{
    [Fact]
    public void Types_of_elements_have_libtorchs_numbers()
    {
        (ScalarType Type, int Number)[] types =
        [
            (ScalarType.Byte, 0), (ScalarType.Int8, 1), (ScalarType.Int16, 2), (ScalarType.Int32, 3), (ScalarType.Int64, 4), (ScalarType.Float16, 5),
            (ScalarType.Float32, 6), (ScalarType.Float64, 7), (ScalarType.ComplexFloat32, 9), (ScalarType.ComplexFloat64, 10), (ScalarType.Bool, 11),
            (ScalarType.QInt8, 12), (ScalarType.QUInt8, 13), (ScalarType.QInt32, 14), (ScalarType.BFloat16, 15),
        ];

        Assert.All(types, pair => Assert.Equal(pair.Number, (int)pair.Type));
    }

    [Fact]
    public void Types_of_elements_have_pythons_names()
    {
        Assert.Equal([ScalarType.Float16, ScalarType.Float16, ScalarType.BFloat16], [torch.float16, torch.half, torch.bfloat16]);
        Assert.Equal([ScalarType.Float32, ScalarType.Float32, ScalarType.Float64, ScalarType.Float64], [torch.float32, torch.@float, torch.float64, torch.@double]);
        Assert.Equal([ScalarType.Byte, ScalarType.Int8, ScalarType.Int16], [torch.uint8, torch.int8, torch.int16]);
        Assert.Equal([ScalarType.Int32, ScalarType.Int32, ScalarType.Int64, ScalarType.Int64], [torch.int32, torch.@int, torch.int64, torch.@long]);
        Assert.Equal(ScalarType.Bool, torch.@bool);
        Assert.Equal([ScalarType.ComplexFloat32, ScalarType.ComplexFloat32], [torch.complex64, torch.cfloat]);
        Assert.Equal([ScalarType.ComplexFloat64, ScalarType.ComplexFloat64], [torch.complex128, torch.cdouble]);
    }

    [Fact]
    public void Kinds_of_devices_have_libtorchs_numbers()
    {
        (DeviceType Kind, int Number)[] kinds =
        [
            (DeviceType.CPU, 0), (DeviceType.CUDA, 1), (DeviceType.MKLDNN, 2), (DeviceType.OPENGL, 3), (DeviceType.OPENCL, 4), (DeviceType.IDEEP, 5),
            (DeviceType.HIP, 6), (DeviceType.FPGA, 7), (DeviceType.MSNPU, 8), (DeviceType.XLA, 9), (DeviceType.MPS, 13), (DeviceType.META, 14),
        ];

        Assert.All(kinds, pair => Assert.Equal(pair.Number, (int)pair.Kind));
    }

    [Fact]
    public void Reductions_have_libtorchs_numbers() =>
        Assert.Equal([0, 1, 2], [(int)nn.Reduction.None, (int)nn.Reduction.Mean, (int)nn.Reduction.Sum]);

    [Fact]
    public void Options_of_layers_are_those_of_TorchSharp()
    {
        Assert.Equal(Enum.GetValues<PaddingModes>().Order(), new[] { PaddingModes.Zeros, PaddingModes.Reflect, PaddingModes.Replicate, PaddingModes.Circular, PaddingModes.Constant }.Order());
        Assert.Equal(Enum.GetValues<Padding>().Order(), new[] { Padding.Same, Padding.Valid }.Order());
        Assert.Equal(Enum.GetValues<nn.Activations>().Order(), new[] { nn.Activations.ReLU, nn.Activations.GELU }.Order());
        Assert.Equal(Enum.GetValues<nn.NonLinearities>().Order(), new[] { nn.NonLinearities.ReLU, nn.NonLinearities.Tanh }.Order());
        Assert.Equal(Enum.GetValues<nn.init.FanInOut>().Order(), new[] { nn.init.FanInOut.FanIn, nn.init.FanInOut.FanOut }.Order());
    }

    [Fact]
    public void Styles_of_text_have_names_in_torch()
    {
        Assert.Equal([TorchSharp.TensorStringStyle.Numpy, TorchSharp.TensorStringStyle.Julia, TorchSharp.TensorStringStyle.CSharp], [torch.numpy, torch.julia, torch.csharp]);
        Assert.Equal(5, new[] { TorchSharp.TensorStringStyle.Default, TorchSharp.TensorStringStyle.Metadata, TorchSharp.TensorStringStyle.Numpy, TorchSharp.TensorStringStyle.Julia, TorchSharp.TensorStringStyle.CSharp }.Distinct().Count());
    }
}
