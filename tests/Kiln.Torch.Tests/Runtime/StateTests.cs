using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Runtime;

/// <summary>Seeds, default types, modes and limits of the process.</summary>
public class StateTests
{
    [Fact]
    public void A_seed_starts_the_default_generator_anew()
    {
        using var scope = NewDisposeScope();
        manual_seed(7);
        var first = rand(3);
        Assert.Same(Generator.Default, random.manual_seed(7));

        TensorAssert.Same(first, rand(3));
        Assert.Equal(7, initial_seed());
        Assert.Equal(7, random.initial_seed());
    }

    [Fact]
    public void A_state_of_the_generator_can_be_restored()
    {
        using var scope = NewDisposeScope();
        var state = get_rng_state();
        var other = random.get_rng_state();
        var first = rand(3);
        set_rng_state(state);
        TensorAssert.Same(first, rand(3));
        random.set_rng_state(other);

        TensorAssert.Same(first, rand(3));
        Assert.Throws<TorchException>(() => set_rng_state(zeros([4], uint8)));
    }

    [Fact]
    public void A_new_seed_is_told()
    {
        Assert.Equal(seed(), initial_seed());
        Assert.Equal(random.seed(), initial_seed());
    }

    [Fact]
    public void A_generator_of_its_own_gives_the_same_numbers_as_the_default_one()
    {
        using var scope = NewDisposeScope();
        using var own = new Generator(11, CPU);
        manual_seed(11);

        TensorAssert.Same(rand(4), rand(4, generator: own));
        Assert.Equal((CPU, 11L), (own.device, own.initial_seed()));
        var state = own.get_state();
        var next = rand([2], generator: own);
        own.set_state(state);
        TensorAssert.Same(next, rand([2], generator: own));
        Assert.Equal(own.seed(), own.initial_seed());
        Assert.Same(own, own.manual_seed(3));
        Assert.NotEqual(0, own.Handle);
    }

    [Fact]
    public void A_disposed_generator_is_refused()
    {
        var generator = new Generator();
        generator.Dispose();
        generator.Dispose();

        Assert.Throws<ObjectDisposedException>(() => generator.manual_seed(1));
        Generator.Default.Dispose();
        Assert.NotEqual(0, Generator.Default.Handle);
    }

    [Fact]
    public void The_default_type_of_elements_can_be_set()
    {
        using var scope = NewDisposeScope();
        set_default_dtype(float64);
        try
        {
            Assert.Equal(float64, get_default_dtype());
            Assert.Equal(float64, zeros(1).dtype);
            Assert.Equal(64, finfo().bits);
        }
        finally
        {
            set_default_dtype(float32);
        }
        Assert.Throws<ArgumentException>(() => set_default_dtype(int32));
    }

    [Fact]
    public void The_names_of_types_stand_for_them()
    {
        Assert.Equal(
            [ScalarType.Byte, ScalarType.Int8, ScalarType.Int16, ScalarType.Int32, ScalarType.Int64, ScalarType.Int32, ScalarType.Int64],
            [uint8, int8, int16, int32, int64, @int, @long]);
        Assert.Equal(
            [ScalarType.Float16, ScalarType.Float16, ScalarType.BFloat16, ScalarType.Float32, ScalarType.Float32, ScalarType.Float64, ScalarType.Float64, ScalarType.Bool],
            [float16, half, bfloat16, float32, @float, float64, @double, @bool]);
        Assert.Equal(
            [ScalarType.ComplexFloat32, ScalarType.ComplexFloat32, ScalarType.ComplexFloat64, ScalarType.ComplexFloat64],
            [complex64, cfloat, complex128, cdouble]);
        Assert.Equal([1, 1, 4], new[] { ScalarType.QInt8, ScalarType.QUInt8, ScalarType.QInt32 }.Select(type => type.ElementSize()));
    }

    [Fact]
    public void The_limits_of_floating_point_types_are_told()
    {
        Assert.Equal((16, 65504d, Math.Pow(2, -10), Math.Pow(2, -14)), (finfo(float16).bits, finfo(float16).max, finfo(float16).eps, finfo(float16).tiny));
        Assert.Equal((32, float.MaxValue, float.MinValue), (finfo(float32).bits, finfo(float32).max, finfo(float32).min));
        Assert.Equal(1.1920928955078125e-07, finfo(complex64).eps);
        Assert.Equal((2.220446049250313e-16, 2.2250738585072014e-308, 1e-15), (finfo(float64).eps, finfo(float64).smallest_normal, finfo(complex128).resolution));
        Assert.Throws<ArgumentException>(() => finfo(int32));
    }

    [Fact]
    public void Recording_is_switched_and_restored()
    {
        using (set_grad_enabled(false)) Assert.False(is_grad_enabled());
        Assert.True(is_grad_enabled());
        using (inference_mode())
        using (inference_mode(mode: false)) Assert.True(is_grad_enabled());
    }

    [Fact]
    public void Deterministic_algorithms_are_asked_for_and_restored()
    {
        using (use_deterministic_algorithms())
        using (NewDisposeScope())
            Assert.Contains("deterministic", Assert.Throws<TorchException>(() => zeros(4).put_(tensor([0L]), tensor([2f]))).Message);
        use_deterministic_algorithms(true, warn_only: true).Dispose();
        Assert.Equal(0, Native.kiln_get_deterministic());
    }

    [Fact]
    public void Operations_that_run_at_once_are_counted()
    {
        var number = get_num_interop_threads();
        Assert.InRange(number, 1, 1024);
        Assert.Throws<ArgumentOutOfRangeException>(() => set_num_interop_threads(0));
        // It can be set once in a process, and not after the first use.
        if (Record.Exception(() => set_num_interop_threads(number)) is { } late) Assert.IsType<TorchException>(late);
        Assert.Matches(@"^1\.13", __version__);
    }
}
