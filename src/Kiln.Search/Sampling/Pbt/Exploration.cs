namespace Kiln.Search;

/// <summary>Settings near those of a member that is copied.</summary>
internal static class Exploration
{
    // Against the rules: changed again so often.
    private const int MostDraws = 100;

    /// <summary>Each setting is perturbed by one of the factors, or drawn anew; what has no value yet is drawn.</summary>
    public static IReadOnlyDictionary<string, ParameterValue> Of(IReadOnlyDictionary<string, ParameterValue> settings, SearchState state, PbtSampler rule)
    {
        var draws = new DrawSequence(state.Seed, state.Trial);
        for (var attempt = 0; attempt < MostDraws; attempt++)
        {
            var point = new Dictionary<string, ParameterValue>(state.Space.Dimensions.Length);
            foreach (var dimension in state.Space.Dimensions)
            {
                // As many draws for every dimension, whatever becomes of them.
                double chance = draws.Next(), place = draws.Next(), which = draws.Next();
                if (dimension.Condition?.Holds(point) == false) continue;
                var keepsNear = chance >= rule.ResampleProbability && settings.TryGetValue(dimension.Name, out var known) && dimension.Contains(known);
                point.Add(dimension.Name, keepsNear
                    ? dimension.Perturbed(settings[dimension.Name], rule.Factors[(int)(which * rule.Factors.Length)])
                    : dimension.At(place));
            }
            if (state.Space.Allows(point)) return point;
        }
        return state.Space.Contains(settings) ? settings : RandomSampler.Draw(state);
    }
}
