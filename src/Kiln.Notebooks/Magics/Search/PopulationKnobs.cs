using System.Globalization;

namespace Kiln.Notebooks;

/// <summary>The options of <c>#!search pbt</c> that say how its population is trained.</summary>
internal static class PopulationKnobs
{
    /// <returns>The options; null where none is given.</returns>
    /// <exception cref="MagicException">The factors cannot be read.</exception>
    public static PbtOptions? Of(SearchMagicOptions options)
    {
        if (options is { Population: null, Every: null, Quantile: null, ResampleProbability: null, Perturb: null }) return null;
        var usual = new PbtOptions();
        return new PbtOptions
        {
            Population = options.Population ?? usual.Population,
            Every = options.Every ?? usual.Every,
            Quantile = options.Quantile ?? usual.Quantile,
            ResampleProbability = options.ResampleProbability ?? usual.ResampleProbability,
            Perturb = options.Perturb is { } factors ? [.. factors.Split(',').Select(Factor)] : usual.Perturb,
        };
    }

    private static double Factor(string word) => double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor) && factor > 0 && double.IsFinite(factor)
        ? factor
        : throw new MagicException($"#!search --perturb: expected factors above 0 with commas between, such as 0.8,1.2, got \"{word}\".");
}
