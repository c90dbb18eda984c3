namespace Kiln.Notebooks;

/// <summary>The library that multiplies matrices in this process; it decides how fast everything trains.</summary>
/// <param name="Path">Its file, or null where none was found.</param>
internal sealed record LoadedBlas(string? Path)
{
    /// <summary>Reads the memory map of this process (Linux).</summary>
    public static LoadedBlas Read() =>
        File.Exists("/proc/self/maps") ? Find(File.ReadLines("/proc/self/maps")) : new LoadedBlas((string?)null);

    /// <summary>Finds the library in the lines of a memory map.</summary>
    public static LoadedBlas Find(IEnumerable<string> map)
    {
        var files = map.Select(line => line.IndexOf('/') is >= 0 and var start ? line[start..] : "").Where(IsBlas).Distinct().ToList();
        return new LoadedBlas(files.OrderByDescending(Rank).FirstOrDefault());
    }

    /// <summary>What it is.</summary>
    public string Name => Path switch
    {
        null => "not found",
        var path when path.Contains("openblas-openmp") => "OpenBLAS (OpenMP)",
        var path when path.Contains("openblas-pthread") => "OpenBLAS (pthreads)",
        var path when path.Contains("openblas") => "OpenBLAS",
        var path when path.Contains("mkl") => "Intel MKL",
        var path when path.Contains("blis") => "BLIS",
        var path when path.Contains("atlas") => "ATLAS",
        _ => "reference BLAS",
    };

    /// <summary>What is wrong with it and what to do, or null.</summary>
    public string? Remedy => Name switch
    {
        "reference BLAS" => "The reference BLAS is loaded: training is up to 14 times slower than it could be. Run: apt-get install libopenblas0-openmp, then restart the kernel.",
        "OpenBLAS (pthreads)" => "This build of OpenBLAS ignores the number of threads that libtorch asks for. Run: apt-get install libopenblas0-openmp, then restart the kernel.",
        _ => null,
    };

    private static bool IsBlas(string path)
    {
        var name = System.IO.Path.GetFileName(path);
        return name.StartsWith("libblas.so", StringComparison.Ordinal) || name.Contains("openblas") || name.StartsWith("libmkl", StringComparison.Ordinal)
            || name.StartsWith("libblis", StringComparison.Ordinal) || name.StartsWith("libatlas", StringComparison.Ordinal);
    }

    // An optimised library may bring a thin libblas.so along; the one that computes is the one to name.
    private static int Rank(string path) => System.IO.Path.GetFileName(path).StartsWith("libblas.so", StringComparison.Ordinal) && !path.Contains("openblas") ? 0 : 1;
}
