namespace Kiln.Training;

/// <summary>Deals examples out to train, validation and test; each example goes to exactly one.</summary>
internal static class Splitter
{
    public sealed record Parts(long[] Train, long[] Validation, long[] Test);

    public static Parts Split(RawExamples raw, DataOptions options)
    {
        SplitShares shares = SplitShares.Parse(options.Split);
        if (raw.Overlap is { } overlap) return StretchSplit.Of(raw, overlap, options);
        (long[] pool, long[] official) = Limited(raw, options);
        if (options.Folds > pool.Length)
            throw new DataException($"Data '{raw.Name}': expected at most {pool.Length} folds for {pool.Length} examples, got {options.Folds}.");
        List<long[]> train = [], validation = [], test = [official];
        bool hasTest = raw.OfficialTestStart is not null;
        int group = 0;
        foreach (long[] members in options.Stratify ? ByClass(pool, raw.Targets) : [pool])
        {
            long[] order = members;
            new Shuffler(Seeds.ForSplit(options.Seed) + group++).Shuffle(order);
            Parts parts = options.Folds is { } folds ? ByFold(order, folds, options.Fold, hasTest, shares) : ByShare(order, hasTest, shares);
            train.Add(parts.Train);
            validation.Add(parts.Validation);
            test.Add(parts.Test);
        }
        if (train.TrueForAll(part => part.Length == 0))
        {
            throw new DataException($"Data '{raw.Name}': the split {options.Split} leaves no training example out of {pool.Length}. "
                + "Give more examples or a larger first number.");
        }
        return new Parts(Sorted(train), Sorted(validation), Sorted(test));
    }

    private static Parts ByShare(long[] order, bool hasTest, SplitShares shares)
    {
        int validation = (int)Math.Round(order.Length * shares.Validation);
        int test = hasTest ? 0 : Math.Min((int)Math.Round(order.Length * shares.Test), order.Length - validation);
        return new Parts(order[(validation + test)..], order[..validation], order[validation..(validation + test)]);
    }

    private static Parts ByFold(long[] order, int folds, int fold, bool hasTest, SplitShares shares)
    {
        int start = (int)((long)order.Length * (fold - 1) / folds), end = (int)((long)order.Length * fold / folds);
        long[] held = order[start..end];
        long[] rest = [.. order[..start], .. order[end..]];
        if (hasTest) return new Parts(rest, held, []);
        int validation = (int)Math.Round(rest.Length * shares.Validation / (shares.Train + shares.Validation));
        return new Parts(rest[validation..], rest[..validation], held);
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

    // Of millions of rows, a copy more is felt: parts are put together only where there are several, and sorted in place.
    private static long[] Sorted(params IReadOnlyCollection<long[]> parts)
    {
        long[][] filled = [.. parts.Where(part => part.Length > 0)];
        long[] sorted = filled.Length == 1 ? filled[0] : [.. filled.SelectMany(part => part)];
        Array.Sort(sorted);
        return sorted;
    }
}
