using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests;

public class EnvironmentTests
{
    [Fact]
    public void The_version_of_libtorch_is_told() => Assert.Matches(@"^\d+\.\d+\.\d+$", TorchEnvironment.LibtorchVersion);

    [Fact]
    public void The_BLAS_library_that_is_loaded_is_told()
    {
        Assert.NotNull(TorchEnvironment.BlasFile);
        Assert.NotEqual("none", TorchEnvironment.BlasName);
    }

    [Theory]
    [InlineData("/usr/lib/x86_64-linux-gnu/openblas-openmp/libblas.so.3", "OpenBLAS (OpenMP)", true)]
    [InlineData("/usr/lib/x86_64-linux-gnu/openblas-pthread/libblas.so.3", "OpenBLAS (pthreads)", true)]
    [InlineData("/usr/lib/x86_64-linux-gnu/blas/libblas.so.3.11.0", "reference BLAS", false)]
    [InlineData(null, "none", false)]
    public void A_slow_BLAS_library_is_told_from_a_fast_one(string? file, string name, bool fast)
    {
        Assert.Equal(name, BlasLibrary.NameOf(file));
        Assert.Equal(fast, BlasLibrary.IsFast(name));
    }

    [Fact]
    public void A_missing_libtorch_is_answered_with_what_to_install() => Assert.Contains(
        "apt-get install libtorch-dev libopenblas0-openmp", NativeLoader.Remedy("libtorch_cpu.so.1.13: cannot open shared object file"));

    [Fact]
    public void The_number_of_threads_can_be_set()
    {
        var before = get_num_threads();
        set_num_threads(1);

        Assert.Equal(1, get_num_threads());
        set_num_threads(before);
    }

    [Fact]
    public void No_thread_at_all_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => set_num_threads(0));
}
