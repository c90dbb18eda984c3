using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using TorchSharp;

namespace Kiln.Torch.Tests;

public sealed class OpenBlasCoreTests
{
    [Theory]
    [InlineData("Prescott", true, "SkylakeX")]
    [InlineData("Prescott", false, "Haswell")]
    [InlineData("Barcelona", false, "Haswell")]
    [InlineData("Haswell", true, null)]
    [InlineData("Sapphirerapids", true, null)]
    [InlineData("Zen", false, null)]
    public void Only_kernels_older_than_the_processor_are_replaced(string core, bool avx512, string? better) =>
        Assert.Equal(better, OpenBlasCore.Better(core, avx512));

    [Fact]
    public unsafe void The_openblas_in_use_has_kernels_with_vector_instructions()
    {
        Assert.SkipUnless(Avx2.IsSupported && Environment.GetEnvironmentVariable(OpenBlasCore.Variable) is null, "needs a processor with AVX2");
        _ = torch.ones(1);
        Assert.SkipUnless(TorchEnvironment.BlasName.Contains("OpenBLAS", StringComparison.Ordinal), "needs OpenBLAS");
        nint library = NativeLibrary.Load("libopenblas.so.0");
        var name = (delegate* unmanaged<byte*>)NativeLibrary.GetExport(library, "openblas_get_corename");
        Assert.Null(OpenBlasCore.Better(Marshal.PtrToStringUTF8((nint)name())!, avx512: true));
    }
}
