namespace Kiln.Training;

/// <summary>Deals examples out to train, validation and test; each example goes to exactly one.</summary>
internal static class Splitter
{
    public sealed record Parts(long[] Train, long[] Validation, long[] Test);

    public static Parts Split(RawExamples raw, DataOptions options)
    {
        SplitShares shares = SplitShares.Parse(options.Split);
        (long[] pool, long[] official) = Limited(raw, options);
        var train = new List<long>();
        var validation = new List<long>();
        var test = new List<long>(official);
        double testShare = raw.OfficialTestStart is null ? shares.Test : 0;
        int group = 0;
        foreach (long[] members in options.Stratify ? ByClass(pool, raw.Targets) : [pool])
        {
            long[] order = Shuffler.Permutation(members, Seeds.ForSplit(options.Seed) + group++);
            int validationCount = (int)Math.Round(order.Length * shares.Validation);
            int testCount = Math.Min((int)Math.Round(order.Length * testShare), order.Length - validationCount);
            validation.AddRange(order[..validationCount]);
            test.AddRange(order[validationCount..(validationCount + testCount)]);
            train.AddRange(order[(validationCount + testCount)..]);
        }
        if (train.Count == 0)
        {
            throw new DataException($"Data '{raw.Name}': the split {options.Split} leaves no training example out of {pool.Length}. "
                + "Give more examples or a larger first number.");
        }
        return new Parts(Sorted(train), Sorted(validation), Sorted(test));
    }

    /// <summary>Examples to divide, and those of the official test split; both cut down in proportion by the limit.</summary>
    private static (long[] Pool, long[] Official) Limited(RawExamples raw, DataOptions options)
    {
        int testStart = raw.OfficialTestStart ?? raw.Count;
        long[] pool = Range(0, testStart);
        long[] official = Range(testStart, raw.Count);
        if (options.Limit is not { } limit || limit >= raw.Count)
            return (pool, official);
        if (limit < 1)
            throw new DataException($"Data '{raw.Name}': expected a limit of at least 1 example, got {limit}.");
        int fromTest = (int)((long)limit * official.Length / raw.Count);
        return (Draw(pool, limit - fromTest, options.Seed), Draw(official, fromTest, options.Seed));
    }

    private static long[] Draw(long[] items, int count, long seed) =>
        Sorted(Shuffler.Permutation(items, Seeds.ForLimit(seed))[..count]);

    private static IEnumerable<long[]> ByClass(long[] pool, RawTargets targets) =>
        pool.GroupBy(i => targets.ClassOf(i) ?? 0).OrderBy(g => g.Key).Select(g => g.ToArray());

    private static long[] Range(int start, int end)
    {
        var range = new long[end - start];
        for (int i = 0; i < range.Length; i++) range[i] = start + i;
        return range;
    }

    private static long[] Sorted(IEnumerable<long> indices)
    {
        long[] sorted = [.. indices];
        Array.Sort(sorted);
        return sorted;
    }
}
