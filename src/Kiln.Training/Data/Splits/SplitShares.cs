using System.Globalization;

namespace Kiln.Training;

/// <summary>The parsed form of "80/10/10": fractions that add up to one.</summary>
internal readonly record struct SplitShares(double Train, double Validation, double Test)
{
    public static SplitShares Parse(string text)
    {
        string[] parts = text.Split('/');
        var numbers = new double[3];
        bool good = parts.Length == 3;
        for (int i = 0; good && i < 3; i++)
            good = double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i]) && numbers[i] is >= 0 and <= 100;
        if (!good || numbers[0] == 0 || Math.Abs(numbers.Sum() - 100) > 1e-6)
        {
            throw new DataException($"Split '{text}': expected three percentages train/validation/test that add up to 100, "
                + "with something left for train. Write for example 80/10/10 or 70/15/15.");
        }
        return new SplitShares(numbers[0] / 100, numbers[1] / 100, numbers[2] / 100);
    }
}
