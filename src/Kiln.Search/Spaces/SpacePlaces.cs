namespace Kiln.Search;

/// <summary>Points of a space as places in the unit cube, one coordinate for each dimension; NaN for one that means nothing there.</summary>
internal static class SpacePlaces
{
    // Below 1, as Dimension.At asks for.
    public const double Last = 1 - 1e-12;

    /// <summary>The point at a place; coordinates of dimensions whose condition does not hold are not looked at.</summary>
    public static IReadOnlyDictionary<string, ParameterValue> PointAt(this Space space, ReadOnlySpan<double> places)
    {
        var point = new Dictionary<string, ParameterValue>(space.Dimensions.Length);
        for (var i = 0; i < places.Length; i++)
        {
            var dimension = space.Dimensions[i];
            if (dimension.Condition?.Holds(point) != false) point.Add(dimension.Name, dimension.At(places[i]));
        }
        return point;
    }

    /// <summary>Where a trial's parameters lie, also those of a trial that somebody else proposed: what is missing or outside is NaN.</summary>
    public static double[] PlacesOf(this Space space, IReadOnlyDictionary<string, ParameterValue> parameters)
    {
        var places = new double[space.Dimensions.Length];
        for (var i = 0; i < places.Length; i++)
        {
            var dimension = space.Dimensions[i];
            places[i] = parameters.TryGetValue(dimension.Name, out var value) && dimension.Contains(value) ? dimension.PlaceOf(value) : double.NaN;
        }
        return places;
    }
}
