using System.Globalization;

namespace Kiln.Training;

/// <summary>Numbers in messages about data: 4 digits that count, no exponent where none is needed.</summary>
internal static class FigureText
{
    public static string Of(double value)
    {
        double size = Math.Abs(value);
        string form = size is >= 1e9 or (> 0 and < 1e-4) ? "0.###e0" : size >= 1000 ? "#,0" : size >= 100 ? "0.#" : size >= 1 ? "0.###" : "0.#####";
        return value.ToString(form, CultureInfo.InvariantCulture);
    }
}
