using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp;

/// <summary>Sees to it that OpenBLAS uses the processor's vector instructions.</summary>
/// <remarks>
/// OpenBLAS knows processors by their model numbers and runs code for a processor of 2004 on those that are newer than itself:
/// a matrix product then takes five times as long. It looks only when it is loaded, so it is asked once before.
/// Source: OpenBLAS, driver/others/dynamic.c; the variable is OPENBLAS_CORETYPE.
/// </remarks>
internal static unsafe class OpenBlasCore
{
    internal const string Variable = "OPENBLAS_CORETYPE";

    private const string Library = "libopenblas.so.0";

    /// <summary>The kernels to ask for, or null if OpenBLAS is not there, chose well itself, or the user has chosen.</summary>
    internal static string? ToSet()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 }) return null;
        bool newer = Avx2.IsSupported && Fma.IsSupported;
        return newer && ChosenByItself() is { } core ? Better(core, Avx512F.IsSupported && Avx512BW.IsSupported && Avx512DQ.IsSupported && Avx512F.VL.IsSupported) : null;
    }

    /// <summary>What a processor with AVX2 should use instead of the given kernels; null if they are fine.</summary>
    internal static string? Better(string core, bool avx512) =>
        core is "Prescott" or "Core2" or "Generic" or "Opteron" or "Barcelona" ? avx512 ? "SkylakeX" : "Haswell" : null;

    private static string? ChosenByItself()
    {
        if (!NativeLibrary.TryLoad(Library, out nint library)) return null;
        try
        {
            return NativeLibrary.TryGetExport(library, "openblas_get_corename", out nint name)
                ? Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<byte*>)name)())
                : null;
        }
        finally
        {
            // libtorch loads it anew, and then it reads the variable.
            NativeLibrary.Free(library);
        }
    }
}
