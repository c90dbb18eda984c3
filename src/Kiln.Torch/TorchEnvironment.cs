using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>What the tensors of this process really run on. An addition of Kiln, not part of TorchSharp.</summary>
/// <remarks>Reading a property loads libtorch.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/config_mod.html"/>
public static unsafe class TorchEnvironment
{
    private static readonly Lazy<string> s_build = new(ReadBuild);

    /// <summary>libtorch's own description of its build, several lines.</summary>
    public static string BuildText => s_build.Value;

    /// <summary>libtorch's version: <c>1.13.0</c>.</summary>
    public static string LibtorchVersion => Between("TORCH_VERSION=", ',');

    /// <summary>The vector instructions in use: <c>AVX2</c>.</summary>
    public static string CpuCapability => Between("CPU capability usage: ", '\n');

    /// <summary>The file of the BLAS library that is loaded, or null if none is found.</summary>
    public static string? BlasFile => BlasLibrary.LoadedFile(LoadedFiles());

    /// <summary>What that file is: <c>OpenBLAS (OpenMP)</c>, <c>reference BLAS</c>, ….</summary>
    public static string BlasName => BlasLibrary.NameOf(BlasFile);

    /// <summary>Whether the BLAS library is an optimised one. The reference BLAS is about fourteen times slower.</summary>
    public static bool HasFastBlas => BlasLibrary.IsFast(BlasName);

    /// <summary>How many threads one operation may use.</summary>
    public static int Threads => torch.get_num_threads();

    /// <summary>What should be changed on this machine, in sentences; empty if all is well.</summary>
    public static IReadOnlyList<string> Advice => HasFastBlas ? [] : [BlasLibrary.Advice(BlasName)];

    private static string ReadBuild()
    {
        nint text;
        Native.Check(Native.kiln_build_text(&text), "build facts");
        var result = Marshal.PtrToStringUTF8(text) ?? "";
        Native.kiln_memory_free(text);
        return result;
    }

    private static List<string> LoadedFiles()
    {
        _ = BuildText;
        return [.. File.ReadLines("/proc/self/maps").Select(line => line.IndexOf('/') is >= 0 and var at ? line[at..] : "").Distinct()];
    }

    private static string Between(string start, char end)
    {
        var at = BuildText.IndexOf(start, StringComparison.Ordinal);
        if (at < 0) return "unknown";
        var rest = BuildText[(at + start.Length)..];
        var stop = rest.IndexOf(end);
        return (stop < 0 ? rest : rest[..stop]).Trim();
    }
}
