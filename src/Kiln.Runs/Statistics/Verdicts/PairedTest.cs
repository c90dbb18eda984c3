namespace Kiln.Runs;

/// <summary>The significance test that a comparison rests on.</summary>
/// <param name="Name">Its name, for example "sign-flip test".</param>
/// <param name="PValue">Two-sided p, in 0..1, not adjusted for other comparisons.</param>
/// <param name="SmallestPossible">The smallest p that so many pairs allow; 0 where there is no such bound.</param>
/// <param name="IsExact">Whether p is exact; false: drawn by chance from a seed, or an approximation.</param>
public sealed record PairedTest(string Name, double PValue, double SmallestPossible, bool IsExact);
