namespace Kiln.Training;

/// <summary>
/// Area under the receiver operating characteristic: the probability that a positive example has a higher score than a negative
/// one, ties counting half (Mann and Whitney, 1947; Hanley and McNeil, 1982).
/// </summary>
internal static class RankArea
{
    /// <summary>The area, 0..1; NaN where positives or negatives are missing, or a score is none.</summary>
    /// <param name="scores">(N) scores; this array is sorted in place.</param>
    /// <param name="positive">(N) whether each is positive; sorted along.</param>
    public static double Of(float[] scores, bool[] positive)
    {
        long positives = positive.LongCount(flag => flag), negatives = positive.Length - positives;
        if (positives == 0 || negatives == 0 || Array.Exists(scores, float.IsNaN)) return double.NaN;
        Array.Sort(scores, positive);
        double ranks = 0;
        for (int start = 0, end; start < scores.Length; start = end)
        {
            int tied = 0;
            for (end = start; end < scores.Length && scores[end] == scores[start]; end++) tied += positive[end] ? 1 : 0;
            // Equal scores share the mean of their ranks start+1 .. end.
            ranks += tied * (start + 1 + end) / 2.0;
        }
        return (ranks - positives * (positives + 1) / 2.0) / ((double)positives * negatives);
    }
}
