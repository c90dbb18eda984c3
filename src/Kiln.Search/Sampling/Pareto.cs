using System.Collections.Immutable;
using Kiln.Runs;

namespace Kiln.Search;

/// <summary>The order of trials with several objectives: by fronts, and within a front by how much room each has.</summary>
/// <remarks>Non-dominated sorting and crowding distance: Deb et al. (2002), https://doi.org/10.1109/4235.996017, section III.</remarks>
internal static class Pareto
{
    /// <summary>Trials in that order, the best first. Each has a value of every objective.</summary>
    public static IEnumerable<FinishedTrial> InOrder(IReadOnlyList<FinishedTrial> trials, ImmutableArray<Goal> goals) =>
        Ranked(trials, goals).OrderBy(ranked => ranked.Front).ThenByDescending(ranked => ranked.Room).Select(ranked => ranked.Trial);

    /// <summary>Front (0 is dominated by none) and room of each trial, in the order given.</summary>
    public static List<(FinishedTrial Trial, int Front, double Room)> Ranked(IReadOnlyList<FinishedTrial> trials, ImmutableArray<Goal> goals)
    {
        double[][] costs = [.. trials.Select(trial => CostsOf(trial, goals))];
        var fronts = FrontsOf(costs);
        var rooms = new double[trials.Count];
        foreach (var front in Enumerable.Range(0, trials.Count).GroupBy(i => fronts[i])) AddRooms([.. front], costs, rooms);
        return [.. trials.Select((trial, i) => (trial, fronts[i], rooms[i]))];
    }

    /// <summary>The values of a trial, the smaller the better; missing ones are worst.</summary>
    public static double[] CostsOf(FinishedTrial trial, ImmutableArray<Goal> goals) =>
        [.. goals.Select((goal, i) => i < trial.Values.Length && !double.IsNaN(trial.Values[i]) ? (goal == Goal.Maximize ? -1 : 1) * trial.Values[i] : double.PositiveInfinity)];

    private static int[] FrontsOf(double[][] costs)
    {
        var fronts = new int[costs.Length];
        var left = Enumerable.Range(0, costs.Length).ToList();
        for (var front = 0; left.Count > 0; front++)
        {
            var now = left.Where(i => !left.Exists(other => ParetoFront.Dominates(costs[other], costs[i]))).ToHashSet();
            foreach (var i in now) fronts[i] = front;
            left.RemoveAll(now.Contains);
        }
        return fronts;
    }

    /// <summary>For each objective the distance of the neighbours to either side, as a share of the front's range; infinite at its ends.</summary>
    private static void AddRooms(int[] front, double[][] costs, double[] rooms)
    {
        for (var objective = 0; objective < costs[front[0]].Length; objective++)
        {
            int[] order = [.. front.OrderBy(i => costs[i][objective])];
            var range = costs[order[^1]][objective] - costs[order[0]][objective];
            rooms[order[0]] = rooms[order[^1]] = double.PositiveInfinity;
            if (!(range > 0) || double.IsInfinity(range)) continue;
            for (var i = 1; i + 1 < order.Length; i++)
                rooms[order[i]] += (costs[order[i + 1]][objective] - costs[order[i - 1]][objective]) / range;
        }
    }
}
