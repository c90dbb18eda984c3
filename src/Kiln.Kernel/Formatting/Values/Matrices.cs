using System.Globalization;

namespace Kiln.Kernel;

/// <summary>Arrays of several dimensions: two as a table, more as a table for each place of the first.</summary>
internal static class Matrices
{
    /// <summary>The view of an array of two dimensions or more.</summary>
    public static View View(Array array, ViewBuilder builder) => View(array, [], builder);

    private static View View(Array array, int[] fixedPlaces, ViewBuilder builder) =>
        array.Rank - fixedPlaces.Length == 2 ? Plane(array, fixedPlaces, builder) : Slices(array, fixedPlaces, builder);

    private static TreeView Slices(Array array, int[] fixedPlaces, ViewBuilder builder)
    {
        var axis = fixedPlaces.Length;
        var count = array.GetLength(axis);
        var stars = string.Concat(Enumerable.Repeat(", *", array.Rank - axis - 1));
        var before = string.Concat(fixedPlaces.Select(place => string.Create(CultureInfo.InvariantCulture, $"{place}, ")));
        var slices = Places(array, axis, builder.MostItems)
            .Select(place => KeyValuePair.Create(string.Create(CultureInfo.InvariantCulture, $"[{before}{place}{stars}]"), View(array, [.. fixedPlaces, place], builder)));
        return new TreeView(axis == 0 ? Title(array) : "", [.. slices]) { Hidden = Math.Max(0, count - builder.MostItems), OpensMembers = true };
    }

    private static TableView Plane(Array array, int[] fixedPlaces, ViewBuilder builder)
    {
        var (down, across) = (array.Rank - 2, array.Rank - 1);
        var columns = Places(array, across, ViewBuilder.MostColumns).ToList();
        var rows = Places(array, down, builder.MostItems)
            .Select(row => new TableRow(Number(row), [.. columns.Select(column => builder.Of(array.GetValue([.. fixedPlaces, row, column])))]));
        return new TableView([.. columns.Select(column => column.ToString(CultureInfo.InvariantCulture))], [.. rows])
        {
            RowHead = "",
            IsMatrix = true,
            More = Remainder.After(Math.Min(builder.MostItems, array.GetLength(down)), array.GetLength(down)),
            HiddenColumns = array.GetLength(across) - columns.Count,
        };
    }

    private static IEnumerable<int> Places(Array array, int axis, int most) => Enumerable.Range(array.GetLowerBound(axis), Math.Min(array.GetLength(axis), most));

    private static TextView Number(int place) => new(place.ToString(CultureInfo.InvariantCulture), Tone.Number);

    private static string Title(Array array)
    {
        var sizes = Enumerable.Range(0, array.Rank).Select(axis => array.GetLength(axis).ToString(CultureInfo.InvariantCulture));
        return $"{TypeNames.Short(array.GetType().GetElementType()!)}[{string.Join(", ", sizes)}]";
    }
}
