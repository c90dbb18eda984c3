using System.Collections.Immutable;

namespace Kiln;

/// <summary>The difference of two texts, line by line: by their longest common subsequence.</summary>
internal static class LineDiff
{
    /// <summary>All lines: <c>- </c> before those of the first text alone, <c>+ </c> before those of the second, blanks before those of both.</summary>
    public static ImmutableArray<string> Of(string first, string second)
    {
        var (a, b) = (Lines(first), Lines(second));
        var common = CommonFrom(a, b);
        var lines = ImmutableArray.CreateBuilder<string>();
        var (i, j) = (0, 0);
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                lines.Add("  " + a[i++]);
                j++;
            }
            else if (j == b.Length || (i < a.Length && common[i + 1, j] >= common[i, j + 1]))
            {
                lines.Add("- " + a[i++]);
            }
            else
            {
                lines.Add("+ " + b[j++]);
            }
        }
        return lines.ToImmutable();
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Trim('\n').Split('\n');

    /// <summary>Number of lines that the ends of the texts from (i, j) on have in common.</summary>
    private static int[,] CommonFrom(string[] a, string[] b)
    {
        var common = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
            for (var j = b.Length - 1; j >= 0; j--)
                common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        return common;
    }
}
