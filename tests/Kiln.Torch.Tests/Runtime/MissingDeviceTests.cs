using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Runtime;

public class MissingDeviceTests
{
    [Fact]
    public void Devices_are_made_in_every_form()
    {
        Assert.Equal(new Device("cuda:1"), device("cuda", 1));
        Assert.Equal(new Device(DeviceType.CUDA, 1), device(DeviceType.CUDA, 1));
        Assert.Equal(new Device(1), device(1));
        Assert.Equal(new Device("cuda", 1), device("cuda:1"));
        Device described = "meta";
        Assert.Equal(META, described);
        Assert.Equal((DeviceType.CUDA, 1, "cuda:1"), (device(1).type, device(1).index, device(1).ToString()));
        Assert.Equal(CPU.GetHashCode(), new Device("cpu").GetHashCode());
        Assert.False(CPU.Equals((object)META));
    }

    [Theory]
    [InlineData("")]
    [InlineData("gpu")]
    [InlineData("cuda:1:2")]
    [InlineData("cuda:x")]
    [InlineData("1")]
    public void A_device_that_does_not_exist_is_refused(string description) =>
        Assert.Contains("cuda:0", Assert.Throws<ArgumentException>(() => device(description)).Message);

    [Fact]
    public void Only_the_processor_is_there()
    {
        Assert.False(cuda_is_available());
        Assert.False(mps_is_available());
        Assert.False(cuda.is_available());
        Assert.False(cuda.is_cudnn_available());
        Assert.Equal(0, cuda.device_count());
        cuda.manual_seed(1);
        cuda.manual_seed_all(1);
        cuda.synchronize();
        Assert.True(TryInitializeDeviceType(DeviceType.CPU));
        Assert.Equal(CPU, InitializeDevice(null));
        InitializeDeviceType(DeviceType.META);
    }

    public static TheoryData<DeviceType> Others =>
    [
        DeviceType.CUDA, DeviceType.MKLDNN, DeviceType.OPENGL, DeviceType.OPENCL, DeviceType.IDEEP, DeviceType.HIP,
        DeviceType.FPGA, DeviceType.MSNPU, DeviceType.XLA, DeviceType.MPS,
    ];

    [Theory]
    [MemberData(nameof(Others))]
    public void Other_devices_say_what_to_use(DeviceType type)
    {
        using var scope = NewDisposeScope();
        var tensor = ones(2);

        Assert.False(TryInitializeDeviceType(type));
        Assert.Contains("torch.CPU", Assert.Throws<InvalidOperationException>(() => InitializeDeviceType(type)).Message);
        Assert.Throws<InvalidOperationException>(() => tensor.to(type));
        Assert.Throws<InvalidOperationException>(() => zeros(2, device: device(type)));
        Assert.Throws<InvalidOperationException>(() => InitializeDevice(device(type)));
    }

    [Fact]
    public void Tensors_do_not_move_to_devices_that_are_not_there()
    {
        using var scope = NewDisposeScope();
        Assert.Throws<InvalidOperationException>(() => ones(1).cuda());
        Assert.Throws<InvalidOperationException>(() => ones(1).cuda(CUDA));
        Assert.Throws<InvalidOperationException>(() => ones(1).mps());
        Assert.Throws<InvalidOperationException>(() => ones(1).to(MPS));
    }

    [Fact]
    public void The_default_device_is_the_processor()
    {
        set_default_device("cpu");
        set_default_device(CPU);

        Assert.Equal(CPU, get_default_device());
        Assert.Throws<InvalidOperationException>(() => set_default_device("cuda"));
    }

    [Fact]
    public void Tensors_on_the_meta_device_have_shapes_only()
    {
        using var scope = NewDisposeScope();
        var made = zeros([2, 3], device: META) + 1;

        Assert.Equal((DeviceType.META, "meta"), (made.device_type, made.device.ToString()));
        Assert.Equal([2, 3], made.shape);
        Assert.False(made.is_cpu());
        Assert.Throws<InvalidOperationException>(() => made.data<float>());
        Assert.Throws<InvalidOperationException>(() => made.bytes.Length);
    }
}
