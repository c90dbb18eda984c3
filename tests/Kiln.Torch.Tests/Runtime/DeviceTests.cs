using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Runtime;

public class DeviceTests
{
    [Fact]
    public void A_device_is_told_by_words_a_kind_or_an_index()
    {
        Device implied = "cuda:1";

        Assert.Equal((DeviceType.CUDA, 1), (implied.type, implied.index));
        Assert.Equal(new Device("cuda:1"), device("cuda", 1));
        Assert.Equal(new Device("cuda", 1), device(DeviceType.CUDA, 1));
        Assert.Equal(new Device(1), device(1));
        Assert.Equal(new Device(DeviceType.CPU), device("cpu"));
        Assert.Equal(["cpu", "meta", "cuda", "mps"], [torch.CPU.ToString(), torch.META.ToString(), torch.CUDA.ToString(), torch.MPS.ToString()]);
    }

    [Fact]
    public void Only_the_processor_is_there()
    {
        Assert.False(cuda_is_available() || mps_is_available() || cuda.is_available() || cuda.is_cudnn_available());
        Assert.Equal(0, cuda.device_count());
        cuda.manual_seed(1);
        cuda.manual_seed_all(1);
        cuda.synchronize();
        Assert.True(TryInitializeDeviceType(DeviceType.CPU));
        Assert.False(TryInitializeDeviceType(DeviceType.CUDA));
        Assert.Equal(CPU, InitializeDevice(null));
    }

    [Fact]
    public void The_default_device_is_the_processor_and_another_one_is_refused_with_the_remedy()
    {
        set_default_device(CPU);
        set_default_device("cpu");

        Assert.Equal(CPU, get_default_device());
        var problem = Assert.Throws<InvalidOperationException>(() => set_default_device("cuda"));
        Assert.Contains("torch.CPU", problem.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => InitializeDeviceType(DeviceType.XLA));
        Assert.Throws<ArgumentException>(() => new Device("gpu"));
    }

    [Fact]
    public void The_default_type_is_that_of_new_tensors_and_of_finfo()
    {
        using var scope = NewDisposeScope();
        try
        {
            set_default_dtype(ScalarType.Float64);

            Assert.Equal((ScalarType.Float64, ScalarType.Float64), (get_default_dtype(), zeros(1).dtype));
            Assert.Equal(finfo(ScalarType.Float64).eps, finfo().eps);
        }
        finally
        {
            set_default_dtype(ScalarType.Float32);
        }

        Assert.Equal(Math.Pow(2, -23), finfo(ScalarType.Float32).eps);
    }

    [Fact]
    public void Deterministic_operators_can_be_asked_for()
    {
        using (use_deterministic_algorithms()) Assert.NotEmpty(__version__);
        using (set_grad_enabled(false)) Assert.False(is_grad_enabled());
        Assert.True(is_grad_enabled());
    }
}
