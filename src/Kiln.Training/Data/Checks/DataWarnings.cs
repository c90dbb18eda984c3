using System.Globalization;

namespace Kiln.Training;

/// <summary>Finds what will hinder the learning before the first batch.</summary>
internal static class DataWarnings
{
    // A class of which fewer than one example in so many is there is hardly learnt.
    private const int Rarest = 50;

    public static IEnumerable<string> Of(DataSet data, RawExamples raw, Splitter.Parts parts) =>
        EmptyClasses(data).Concat(RareClasses(data)).Concat(WideTargets(data, raw, parts)).Concat(EmptySplits(data));

    private static IEnumerable<string> EmptyClasses(DataSet data)
    {
        string[] empty = [.. data.ClassNames.Where((_, k) => data.Train.ClassCounts[k] == 0)];
        if (empty.Length == 0) yield break;
        string names = string.Join(", ", empty.Take(5)) + (empty.Length > 5 ? ", …" : "");
        bool elsewhere = data.ClassNames.Where((_, k) => data.Train.ClassCounts[k] == 0 && data.Validation.ClassCounts[k] + data.Test.ClassCounts[k] > 0).Any();
        yield return $"{(empty.Length == 1 ? "Class" : "Classes")} {names} {(empty.Length == 1 ? "has" : "have")} no training example, so a model cannot learn {(empty.Length == 1 ? "it" : "them")}. "
            + (elsewhere ? "Use --stratify, which gives every split its share of each class." : "Add examples, or take the name away.");
    }

    private static IEnumerable<string> RareClasses(DataSet data)
    {
        if (data.ClassNames.Length < 2 || data.Train.ClassCounts.Contains(0)) yield break;
        int most = data.Train.ClassCounts.Max(), least = data.Train.ClassCounts.Min();
        if (most < Rarest * least) yield break;
        yield return string.Create(CultureInfo.InvariantCulture,
            $"Class {data.ClassNames[data.Train.ClassCounts.IndexOf(least)]} has {least} training examples, {data.ClassNames[data.Train.ClassCounts.IndexOf(most)]} has {most}: ")
            + "a model that never answers the rare one looks good. Train with --class-weights balanced, and judge it by f1 instead of accuracy.";
    }

    private static IEnumerable<string> WideTargets(DataSet data, RawExamples raw, Splitter.Parts parts)
    {
        if (raw.Targets is not NumberTargets || data.Options.NormalizeTargets) yield break;
        TargetScaling spread = TargetScaling.Fit(raw.Targets, parts.Train, normalize: true);
        for (int c = 0; c < data.TargetNames.Length; c++)
        {
            if (!IsWide(spread.Mean[c], spread.Deviation[c])) continue;
            yield return $"{data.TargetNames[c]} has mean {FigureText.Of(spread.Mean[c])} and standard deviation {FigureText.Of(spread.Deviation[c])}, but the outputs of a new network are near 0: it would learn slowly or diverge. "
                + "Use --normalize-targets; predictions and metrics keep the target's own unit.";
        }
    }

    /// <summary>Whether numbers to predict lie where a new network cannot reach them soon.</summary>
    public static bool HasWideTargets(RawTargets targets, DataOptions options, ReadOnlySpan<long> train)
    {
        if (targets is not NumberTargets || options.NormalizeTargets) return false;
        TargetScaling spread = TargetScaling.Fit(targets, train, normalize: true);
        return spread.Mean.Zip(spread.Deviation).Any(column => IsWide(column.First, column.Second));
    }

    private static bool IsWide(double mean, double deviation) => Math.Abs(mean) >= 100 || deviation is not (> 0.01 and < 100);

    private static IEnumerable<string> EmptySplits(DataSet data)
    {
        if (data.Validation.Count == 0 && data.Test.Count > 0)
            yield return "There is no validation example, so the best epoch cannot be told. Give the split a second number above 0.";
    }
}
