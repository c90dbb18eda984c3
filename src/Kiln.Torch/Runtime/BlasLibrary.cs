namespace TorchSharp;

/// <summary>Tells the BLAS libraries apart by the files that a process has loaded.</summary>
internal static class BlasLibrary
{
    /// <summary>The file that offers libblas, or null.</summary>
    internal static string? LoadedFile(IEnumerable<string> files) => files.FirstOrDefault(file =>
        Path.GetFileName(file) is var name && (name.StartsWith("libblas", StringComparison.Ordinal)
            || name.StartsWith("libopenblas", StringComparison.Ordinal) || name.StartsWith("libmkl_rt", StringComparison.Ordinal)
            || name.StartsWith("libblis", StringComparison.Ordinal)));

    internal static string NameOf(string? file) => file switch
    {
        null => "none",
        _ when file.Contains("openblas-openmp", StringComparison.Ordinal) => "OpenBLAS (OpenMP)",
        _ when file.Contains("openblas-pthread", StringComparison.Ordinal) => "OpenBLAS (pthreads)",
        _ when file.Contains("openblas-serial", StringComparison.Ordinal) => "OpenBLAS (serial)",
        _ when file.Contains("openblas", StringComparison.Ordinal) => "OpenBLAS",
        _ when file.Contains("mkl", StringComparison.Ordinal) => "MKL",
        _ when file.Contains("blis", StringComparison.Ordinal) => "BLIS",
        _ when file.Contains("atlas", StringComparison.Ordinal) => "ATLAS",
        _ => "reference BLAS",
    };

    internal static bool IsFast(string name) => name is not ("none" or "reference BLAS" or "ATLAS" or "OpenBLAS (serial)");

    internal static string Advice(string name) =>
        $"libtorch multiplies matrices with {name}, which makes training many times slower than it need be. Install the optimised library: apt-get install libopenblas0-openmp";
}
