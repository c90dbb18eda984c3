using System.Collections.Immutable;
using System.Globalization;

namespace Kiln.Charts.Scales;

/// <summary>A confusion matrix as every output draws it: no more classes than a picture can hold.</summary>
internal sealed record DrawnConfusion(string[] Names, long[] Counts, int Classes)
{
    private const int MostClasses = 40;

    /// <summary>Rows and columns drawn.</summary>
    public int Size => Names.Length;

    public bool IsReduced => Size < Classes;

    public long this[int truth, int predicted] => Counts[truth * Size + predicted];

    public long RowSum(int truth) => Counts.AsSpan(truth * Size, Size).ToArray().Sum();

    /// <summary>Share of a row, 0..1; 0 where the row is empty.</summary>
    public double Share(int truth, int predicted) => RowSum(truth) is > 0 and var sum ? this[truth, predicted] / (double)sum : 0;

    public static DrawnConfusion Of(ImmutableArray<string> names, ImmutableArray<long> counts)
    {
        if (names.Length <= MostClasses) return new DrawnConfusion([.. names], [.. counts], names.Length);
        var kept = WithMostMistakes(names.Length, counts);
        var place = Enumerable.Repeat(kept.Length, names.Length).ToArray();
        for (var i = 0; i < kept.Length; i++) place[kept[i]] = i;
        var size = kept.Length + 1;
        var sums = new long[size * size];
        for (var i = 0; i < counts.Length; i++) sums[place[i / names.Length] * size + place[i % names.Length]] += counts[i];
        string[] shown = [.. kept.Select(k => names[k]), $"{names.Length - kept.Length} others"];
        return new DrawnConfusion(shown, sums, names.Length);
    }

    /// <summary>1234 as it is, 12,345 as 12k: what fits into a cell.</summary>
    public static string Word(long count) => count switch
    {
        >= 10_000_000 => (count / 1e6).ToString("F0", CultureInfo.InvariantCulture) + "M",
        >= 10_000 => (count / 1e3).ToString("F0", CultureInfo.InvariantCulture) + "k",
        _ => count.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A share as it stands in a cell; the smallest is not written as none.</summary>
    public static string Word(double share) => share is > 0 and < .005 ? "<.01" : share.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>The classes that are most often missed or wrongly named, in the order of the classes.</summary>
    private static int[] WithMostMistakes(int classes, ImmutableArray<long> counts)
    {
        var mistakes = new long[classes];
        for (var i = 0; i < counts.Length; i++)
        {
            if (i / classes == i % classes) continue;
            mistakes[i / classes] += counts[i];
            mistakes[i % classes] += counts[i];
        }
        return [.. Enumerable.Range(0, classes).OrderByDescending(k => mistakes[k]).ThenBy(k => k).Take(MostClasses - 1).Order()];
    }
}
