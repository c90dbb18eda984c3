namespace Kiln.Search;

/// <summary>Whose state a member of a population goes on from.</summary>
/// <param name="Origin">The trial.</param>
/// <param name="IsCopy">Whether it is another member's, whose settings are then changed.</param>
internal sealed record Succession(FinishedTrial Origin, bool IsCopy)
{
    /// <summary>Of the wanted trial; null where it begins anew: in the first generation, or when no member has lived so far.</summary>
    /// <remarks>A member that failed copies like one of the worst; where a whole generation has failed, all copy from the one before it.</remarks>
    public static Succession? Of(SearchState state, PbtSampler settings)
    {
        var (generation, member) = Math.DivRem(state.Trial, settings.Population);
        for (var before = generation - 1; before >= 0; before--)
        {
            var ranked = Ranked(state, before, settings.Population);
            if (ranked.Count == 0) continue;
            var few = Math.Min((int)Math.Ceiling(settings.Quantile * settings.Population), ranked.Count / 2);
            var rank = ranked.FindIndex(trial => trial.Number % settings.Population == member);
            if (before == generation - 1 && rank >= 0 && rank < ranked.Count - few) return new Succession(ranked[rank], IsCopy: false);
            // A blank stands in no name of a dimension, whose draws have its name.
            var donor = (int)(StudyRandom.Unit(state.Seed, state.Trial, "whom to copy") * Math.Max(1, few));
            return new Succession(ranked[donor], IsCopy: true);
        }
        return null;
    }

    private static List<FinishedTrial> Ranked(SearchState state, int generation, int population) =>
        RankedTrials.Of(state with { Finished = [.. state.Finished.Where(trial => trial.Number / population == generation && trial.Value is not null)] });
}
