namespace Kiln.Runs;

/// <summary>The level of a test or an interval.</summary>
internal static class Level
{
    /// <summary>Refuses an alpha outside 0..1.</summary>
    public static void Check(double alpha, string operation)
    {
        if (!(alpha > 0 && alpha < 1))
            throw new ArgumentException($"{operation}: expected alpha between 0 and 1, got {alpha}. Give .05 for a 95 % interval.", nameof(alpha));
    }
}
