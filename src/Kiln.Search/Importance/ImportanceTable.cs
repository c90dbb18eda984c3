using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>Finished trials as the methods look at them: places and what they cost.</summary>
internal sealed class ImportanceTable
{
    private const int FewestTrials = 4;

    private ImportanceTable(double[][] places, double[] costs) => (Places, Costs) = (places, costs);

    /// <summary>Places (n, D).</summary>
    public double[][] Places { get; }

    /// <summary>Costs (n), the smaller the better.</summary>
    public double[] Costs { get; }

    /// <summary>The table; null where there is nothing to learn from.</summary>
    public static ImportanceTable? Of(Space space, IReadOnlyList<FinishedTrial> trials, Goal goal)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(trials);
        var sign = goal == Goal.Maximize ? -1 : 1;
        var known = trials.Where(trial => trial.Value is { } value && double.IsFinite(value)).ToList();
        double[] costs = [.. known.Select(trial => sign * trial.Value!.Value)];
        if (known.Count < FewestTrials || costs.Min() == costs.Max()) return null;
        return new ImportanceTable([.. known.Select(trial => Filled(space, trial))], costs);
    }

    /// <summary>Shares with their names, the largest first.</summary>
    public static ImmutableArray<ParameterImportance> Named(Space space, double[] shares) =>
        [.. space.Dimensions.Select((dimension, i) => new ParameterImportance(dimension.Name, shares[i])).OrderByDescending(importance => importance.Share)];

    // A trial that does not have a hyperparameter says nothing of it: it stands anywhere.
    private static double[] Filled(Space space, FinishedTrial trial)
    {
        var places = space.PlacesOf(trial.Parameters);
        for (var i = 0; i < places.Length; i++)
            if (double.IsNaN(places[i])) places[i] = StudyRandom.Unit(0, trial.Number, space.Dimensions[i].Name);
        return places;
    }
}
