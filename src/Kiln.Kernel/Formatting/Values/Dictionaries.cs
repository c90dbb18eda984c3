using System.Collections;
using System.Dynamic;

namespace Kiln.Kernel;

/// <summary>Dictionaries: a row for each key, with the value or its members as columns.</summary>
internal static class Dictionaries
{
    /// <summary>The view of a dictionary.</summary>
    public static View View(IEnumerable source, ViewBuilder builder)
    {
        if (source is ExpandoObject expando) return Expando(expando, builder);
        var items = Items.Of(Entries(source), builder.MostItems);
        var more = Items.Count(source) is { } count ? Remainder.After(items.First.Count, count) : items.More;
        var entries = items.First.Cast<DictionaryEntry>().ToList();
        var heads = entries.Select(entry => builder.Of(entry.Key)).ToList();
        return Table(entries, heads, builder) with { RowHead = "key", Keyed = true, More = more };
    }

    private static TableView Table(List<DictionaryEntry> entries, List<View> heads, ViewBuilder builder)
    {
        var rows = entries.Select(entry => entry.Value is null ? null : builder.Row(entry.Value)).ToList();
        if (rows.Count > 0 && rows.TrueForAll(row => row is not null)) return Rows.Table(heads, rows);
        return new TableView(["value"], [.. heads.Zip(entries, (head, entry) => new TableRow(head, [builder.Of(entry.Value)]))]);
    }

    private static TreeView Expando(IDictionary<string, object?> members, ViewBuilder builder) =>
        new("", [.. members.Take(ViewBuilder.MostMembers).Select(member => KeyValuePair.Create(member.Key, builder.Of(member.Value)))])
        {
            Hidden = Math.Max(0, members.Count - ViewBuilder.MostMembers),
        };

    // A dictionary's ordinary enumerator gives pairs or entries, depending on how old it is; a pair has a Key and a Value.
    private static IEnumerable<object> Entries(IEnumerable source)
    {
        if (source is IDictionary dictionary)
        {
            var entries = dictionary.GetEnumerator();
            while (entries.MoveNext()) yield return entries.Entry;
            yield break;
        }
        foreach (var pair in source)
        {
            var members = Shape.Of(pair.GetType()).Members;
            yield return new DictionaryEntry(members[0].Read(pair)!, members[1].Read(pair));
        }
    }
}
