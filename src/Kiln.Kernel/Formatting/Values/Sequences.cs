using System.Collections;
using System.Globalization;

namespace Kiln.Kernel;

/// <summary>Sequences: objects as a table, scalars in a row.</summary>
internal static class Sequences
{
    // Words longer than this, where there are many, are read more easily below each other.
    private const int LongWord = 16;
    private const int LongLine = 100;

    /// <summary>The view of a sequence.</summary>
    public static View View(IEnumerable source, ViewBuilder builder)
    {
        if (Shape.Of(source.GetType()).IsGrouping) return new TreeView("", Group(source, builder)) { OpensMembers = true };
        return OfItems(Items.Of(source, builder.MostItems), builder);
    }

    /// <summary>A group of a <c>GroupBy</c>: its key, and what is in it.</summary>
    public static IReadOnlyList<KeyValuePair<string, View>> Group(IEnumerable group, ViewBuilder builder) =>
        [.. builder.Members(group, 1), KeyValuePair.Create("values", OfItems(Items.Of(group, builder.MostItems), builder))];

    /// <summary>Numbers of rows, from zero.</summary>
    public static IEnumerable<View> Indices(int count) =>
        Enumerable.Range(0, count).Select(i => new TextView(i.ToString(CultureInfo.InvariantCulture), Tone.Number));

    private static View OfItems(Items items, ViewBuilder builder)
    {
        if (items.First.Count == 0) return new ListView([], items.More);
        if (AsRows(items.First, builder) is { } rows)
        {
            var typed = WithTypes(items.First, rows);
            return Rows.Table(Indices(items.First.Count), typed) with { RowHead = "index", More = items.More };
        }
        var views = items.First.Select(builder.Of).ToList();
        if (IsRow(views)) return new ListView(views, items.More);
        return Values(items, views);
    }

    // All items or none: a table of which half the rows have no columns says less than a list.
    private static List<RowCells?>? AsRows(IReadOnlyList<object?> items, ViewBuilder builder)
    {
        if (items.All(item => item is null)) return null;
        var rows = new List<RowCells?>(items.Count);
        foreach (var item in items)
        {
            var row = item is null ? null : builder.Row(item);
            if (item is not null && row is null) return null;
            rows.Add(row);
        }
        return rows;
    }

    private static List<RowCells?> WithTypes(IReadOnlyList<object?> items, List<RowCells?> rows)
    {
        if (!AreMixed(items)) return rows;
        return [.. rows.Zip(items, (row, item) => row is null ? null : row with { Cells = [KeyValuePair.Create<string, View>("type", TypeOf(item)), .. row.Cells] })];
    }

    private static bool IsRow(List<View> views)
    {
        if (!views.TrueForAll(view => view is TextView { Tone: not Tone.Lines } text && !text.Text.Contains('\n'))) return false;
        if (views.TrueForAll(view => view is TextView { Tone: not Tone.Words })) return true;
        var length = views.Sum(view => ((TextView)view).Text.Length + 2);
        return length <= LongLine || length <= LongWord * views.Count;
    }

    private static TableView Values(Items items, List<View> views)
    {
        var mixed = AreMixed(items.First);
        var rows = Indices(views.Count).Select((index, i) => new TableRow(index, mixed ? [TypeOf(items.First[i]), views[i]] : [views[i]]));
        return new TableView(mixed ? ["type", "value"] : ["value"], [.. rows]) { RowHead = "index", More = items.More };
    }

    private static bool AreMixed(IReadOnlyList<object?> items) => items.Where(item => item is not null).Select(item => item!.GetType()).Distinct().Skip(1).Any();

    private static TextView TypeOf(object? item) =>
        TextView.Quiet(item is null ? "" : TypeNames.Of(item.GetType()));
}
