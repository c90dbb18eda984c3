using Kiln.Search;

namespace Kiln.Notebooks;

/// <summary>The first trials of a search that has not started.</summary>
internal static class TrialPreview
{
    private const int Shown = 10;

    /// <summary>The report: what would be tried.</summary>
    /// <exception cref="SpaceSyntaxException">The space cannot be read.</exception>
    public static Report Of(string samplerName, SearchOptions search)
    {
        var space = Space.Parse(search.Space);
        var sampler = Samplers.Find(samplerName)!;
        var trials = (int)Math.Min(search.Trials, sampler.CountTrials(space) ?? search.Trials);
        var table = new Table([new Column("trial", true), .. space.Dimensions.Select(dimension => new Column(dimension.Name, true))]);
        for (var trial = 0; trial < Math.Min(trials, Shown); trial++)
            if (sampler.Propose(new SearchState(space, search.Seed, trial)) is { } parameters)
                table.Add([Numbers.Count(trial), .. space.Dimensions.Select(dimension => (Cell)(parameters.TryGetValue(dimension.Name, out var value) ? value.ToString() : "–"))]);
        var report = new Report().Head($"Would train {Numbers.Of(trials, "trial")} of {Numbers.Of(search.Train.Epochs, "epoch")} each").Put(table);
        if (trials > Shown) report.Aside($"the first {Shown} of {Numbers.Count(trials)}");
        return report.Aside("Nothing was trained or recorded.");
    }
}
