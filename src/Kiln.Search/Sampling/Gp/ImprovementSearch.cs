using MathNet.Numerics.Distributions;

namespace Kiln.Search;

/// <summary>Looks for the point of a space with the greatest expected improvement: many at random, then ever nearer around the best.</summary>
internal sealed class ImprovementSearch(SearchState state, GaussianProcess process)
{
    private const int Wide = 600, Leaders = 4, Around = 40;

    private static readonly double[] Scales = [0.1, 0.03, 0.01, 0.003];

    private readonly DrawSequence _draws = new(state.Seed, state.Trial);

    private readonly record struct Candidate(IReadOnlyDictionary<string, ParameterValue> Point, double[] Places, double Gain);

    /// <summary>The point found.</summary>
    /// <param name="best">Places of the best trial so far, around which the search looks, too.</param>
    public IReadOnlyDictionary<string, ParameterValue> Find(double[] best)
    {
        List<Candidate> found = [];
        for (var i = 0; i < Wide; i++) Add(found, Array.ConvertAll(best, _ => _draws.Next()));
        foreach (var scale in Scales)
            for (var i = 0; i < Around; i++) Add(found, Near(best, scale));
        foreach (var scale in Scales)
        {
            found = [.. found.OrderByDescending(candidate => candidate.Gain).Take(Leaders)];
            foreach (var leader in found.ToList())
                for (var i = 0; i < Around; i++) Add(found, Near(leader.Places, scale));
        }
        return found.Count > 0 ? found.MaxBy(candidate => candidate.Gain).Point : RandomSampler.Draw(state);
    }

    private void Add(List<Candidate> found, double[] drawn)
    {
        var point = state.Space.PointAt(drawn);
        if (!state.Space.Allows(point)) return;
        // The places of the values themselves: whole numbers and words lie in the middle of what stands for them.
        var places = state.Space.PlacesOf(point);
        if (!process.Knows(places)) found.Add(new Candidate(point, places, process.ExpectedImprovement(places, process.Least)));
    }

    private double[] Near(double[] places, double scale)
    {
        var near = new double[places.Length];
        for (var i = 0; i < near.Length; i++)
        {
            double unit = _draws.Next(), other = _draws.Next();
            var isDrawn = double.IsNaN(places[i]) || state.Space.Dimensions[i].Categories is not null && other < 0.2;
            near[i] = isDrawn ? unit : state.Space.Dimensions[i].Categories is not null ? places[i]
                : Math.Clamp(places[i] + scale * Normal.InvCDF(0, 1, 1 - unit), 0, SpacePlaces.Last);
        }
        return near;
    }
}
