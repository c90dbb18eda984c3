namespace Kiln.Training;

/// <summary>Recognises that memory is full, which libtorch says in words of its own.</summary>
internal static class MemoryError
{
    /// <summary>What to do, as a sentence with a blank before it; empty where memory is not the matter.</summary>
    public static string Remedy(Exception problem, TrainOptions options)
    {
        // The words of libtorch's allocator on Linux and on Windows.
        bool isFull = problem is OutOfMemoryException
            || problem.Message.Contains("allocate memory", StringComparison.Ordinal) || problem.Message.Contains("not enough memory", StringComparison.Ordinal);
        return isFull ? FormattableString.Invariant($" The memory is full: use a smaller batch (it is {options.Batch}) or a smaller model.") : "";
    }
}
