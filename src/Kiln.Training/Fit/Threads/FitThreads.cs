using System.Globalization;

namespace Kiln.Training;

/// <summary>How many threads libtorch gets; it starts with one, and the number belongs to the calling thread.</summary>
internal static class FitThreads
{
    public static int Count(int asked)
    {
        if (asked > 0) return asked;
        string? fromEnvironment = Environment.GetEnvironmentVariable("OMP_NUM_THREADS");
        return int.TryParse(fromEnvironment, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count
            : Environment.ProcessorCount;
    }
}
