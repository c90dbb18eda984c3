namespace Kiln.Training;

/// <summary>Chooses examples of a split to look at.</summary>
internal static class ExampleChoice
{
    /// <summary>Places in the split, in the order to show them.</summary>
    /// <exception cref="ArgumentException">Confusions are asked for where there are no classes, or no mistakes.</exception>
    public static IReadOnlyList<int> Of(ExampleLosses examples, ExampleOptions options, LearningTask task) => options.Show switch
    {
        "random" => Random(examples, options),
        "confusion" => Confusions(examples, options, task),
        _ => [.. Worst(Enumerable.Range(0, examples.Losses.Length), examples).Take(options.Count)],
    };

    private static IOrderedEnumerable<int> Worst(IEnumerable<int> places, ExampleLosses examples) =>
        places.OrderByDescending(i => float.IsNaN(examples.Losses[i]) ? float.PositiveInfinity : examples.Losses[i]).ThenBy(i => i);

    private static int[] Random(ExampleLosses examples, ExampleOptions options)
    {
        long[] places = [.. Enumerable.Range(0, examples.Losses.Length).Select(i => (long)i)];
        return [.. Shuffler.Permutation(places, Seeds.Derive(options.Seed, "examples", 0)).Take(options.Count).Select(i => (int)i)];
    }

    /// <summary>Of the commonest confusions some examples each, the worst first, the commonest confusion first.</summary>
    private static int[] Confusions(ExampleLosses examples, ExampleOptions options, LearningTask task)
    {
        if (task.Targets != TargetKind.Class)
            throw new ArgumentException($"Confusions are shown of classes, and this model was trained for {task.Name}. Show worst or random examples instead.");
        var groups = Enumerable.Range(0, examples.Losses.Length).Where(i => examples.Answers[i] != examples.Truths[i])
            .GroupBy(i => (examples.Truths[i], examples.Answers[i]))
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
            .Select(group => Worst(group, examples).ToArray()).ToList();
        if (groups.Count == 0)
            throw new ArgumentException("There are no mistakes to show: every answer on this split is right. Show worst or random examples instead.");
        int each = Math.Max(2, (options.Count + groups.Count - 1) / groups.Count);
        return [.. groups.SelectMany(group => group.Take(each)).Take(options.Count)];
    }
}
