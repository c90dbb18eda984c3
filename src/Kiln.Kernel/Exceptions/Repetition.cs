namespace Kiln.Kernel;

/// <summary>A stretch of calls, and how often it follows itself.</summary>
/// <param name="Calls">The stretch once.</param>
/// <param name="Times">1 for calls that do not repeat.</param>
internal sealed record Repetition(IReadOnlyList<Frame> Calls, int Times)
{
    private const int Longest = 32;
    private const int FewestTimes = 3;

    /// <summary>Folds what repeats, as recursion does.</summary>
    public static List<Repetition> Fold(IReadOnlyList<Frame> frames)
    {
        var folded = new List<Repetition>();
        for (var i = 0; i < frames.Count;)
        {
            var (length, times) = At(frames, i);
            folded.Add(new Repetition([.. Enumerable.Range(i, length).Select(index => frames[index])], times));
            i += length * times;
        }
        return folded;
    }

    private static (int Length, int Times) At(IReadOnlyList<Frame> frames, int start)
    {
        for (var length = 1; length <= Math.Min(Longest, (frames.Count - start) / FewestTimes); length++)
        {
            var same = 0;
            while (start + same + length < frames.Count && frames[start + same] == frames[start + same + length]) same++;
            if (same / length + 1 >= FewestTimes) return (length, same / length + 1);
        }
        return (1, 1);
    }
}
