namespace Kiln.Training;

/// <summary>Divides the pieces of a sequence into stretches: train first, then validation, then test, nothing shared between them.</summary>
internal static class StretchSplit
{
    private enum Part
    {
        Train,
        Validation,
        Test,
    }

    public static Splitter.Parts Of(RawExamples raw, int overlap, DataOptions options)
    {
        if (options.Limit < 1) throw new DataException($"Data '{raw.Name}': expected a limit of at least 1 example, got {options.Limit}.");
        int count = Math.Min(raw.Count, options.Limit ?? raw.Count);
        Part[] parts = new Part[count];
        SplitShares shares = SplitShares.Parse(options.Split);
        if (options.Folds is { } folds) MarkFold(parts, folds, options.Fold, shares);
        else Mark(parts, shares);
        long[][] kept = [.. Enum.GetValues<Part>().Select(part => Range(count).Where(i => parts[i] == part && !Touches(parts, i, overlap)).ToArray())];
        return kept[0].Length > 0
            ? new Splitter.Parts(kept[0], kept[1], kept[2])
            : throw new DataException($"Data '{raw.Name}': the split {options.Split} leaves no training example out of {count}. Use a longer text, shorter pieces or a larger first number.");
    }

    private static void Mark(Part[] parts, SplitShares shares)
    {
        int test = (int)Math.Round(parts.Length * shares.Test), validation = (int)Math.Round(parts.Length * shares.Validation);
        for (int i = 0; i < Math.Min(parts.Length, test + validation); i++) parts[^(i + 1)] = i < test ? Part.Test : Part.Validation;
    }

    private static void MarkFold(Part[] parts, int folds, int fold, SplitShares shares)
    {
        int start = (int)((long)parts.Length * (fold - 1) / folds), end = (int)((long)parts.Length * fold / folds);
        Array.Fill(parts, Part.Test, start, end - start);
        int validation = (int)Math.Round((parts.Length - (end - start)) * shares.Validation / (shares.Train + shares.Validation));
        // From the end backwards, so that validation is one stretch, too, unless the fold lies in it.
        for (int i = parts.Length - 1; validation > 0 && i >= 0; i--)
        {
            if (parts[i] != Part.Train) continue;
            parts[i] = Part.Validation;
            validation--;
        }
    }

    /// <summary>Whether a piece shares values with one of a later split: the piece of the earlier split is left out.</summary>
    private static bool Touches(Part[] parts, long index, int overlap)
    {
        for (long i = Math.Max(0, index - overlap); i <= Math.Min(parts.Length - 1, index + overlap); i++)
            if (parts[i] > parts[index]) return true;
        return false;
    }

    private static IEnumerable<long> Range(int count) => Enumerable.Range(0, count).Select(i => (long)i);
}
