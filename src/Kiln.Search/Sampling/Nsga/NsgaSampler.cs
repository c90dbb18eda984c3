namespace Kiln.Search;

/// <summary>NSGA-II: an evolution for several objectives that keeps the trials none other beats, spread along their front.</summary>
/// <remarks>
/// Deb et al. (2002), https://doi.org/10.1109/4235.996017. Generation g are the trials g·P to (g+1)·P-1, P the population; parents are
/// worked out anew from the finished trials of the generations before, so a resumed study goes on as if uninterrupted. With one objective it
/// is a plain evolution.
/// </remarks>
public sealed class NsgaSampler : ISampler
{
    // Against the rules: bred again so often.
    private const int MostChildren = 20;

    /// <summary>Trials of a generation; default 24.</summary>
    public int Population { get; init => field = Settings.AtLeast(value, 4); } = 24;

    /// <inheritdoc/>
    public string Name => "nsga2";

    /// <inheritdoc/>
    public string Description => "an evolution for several objectives at once, such as accuracy and size";

    /// <inheritdoc/>
    public long? CountTrials(Space space) => null;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, ParameterValue>? Propose(SearchState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var parents = Parents(state);
        if (parents.Count < 2) return RandomSampler.Draw(state);
        var breeding = new Breeding(state.Space, new DrawSequence(state.Seed, state.Trial));
        double[][] places = [.. parents.Select(parent => state.Space.PlacesOf(parent.Trial.Parameters))];
        for (var attempt = 0; attempt < MostChildren; attempt++)
        {
            var (mother, father) = (Winner(parents, breeding), Winner(parents, breeding));
            var child = state.Space.PointAt(breeding.Child(places[mother], places[father]));
            if (state.Space.Allows(child)) return child;
        }
        return RandomSampler.Draw(state);
    }

    /// <summary>The trials that live when a trial's generation begins, with their front and room.</summary>
    private List<(FinishedTrial Trial, int Front, double Room)> Parents(SearchState state)
    {
        var born = state.Finished.Where(trial => trial.Value is not null && RankedTrials.IsRanked(trial)).ToLookup(trial => trial.Number / Population);
        List<(FinishedTrial Trial, int Front, double Room)> living = [];
        for (var generation = 0; generation < state.Trial / Population; generation++)
            living = [.. Pareto.Ranked([.. living.Select(one => one.Trial), .. born[generation]], state.Goals)
                .OrderBy(one => one.Front).ThenByDescending(one => one.Room).ThenBy(one => one.Trial.Number).Take(Population)];
        return living;
    }

    /// <summary>The better of two drawn at random; the list is in the order of their worth.</summary>
    private static int Winner(List<(FinishedTrial Trial, int Front, double Room)> parents, Breeding breeding) =>
        Math.Min(breeding.Index(parents.Count), breeding.Index(parents.Count));
}
