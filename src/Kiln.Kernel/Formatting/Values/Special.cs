using System.Data;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Kiln.Kernel;

/// <summary>Types of .NET whose members are not what one wants to see.</summary>
internal static class Special
{
    /// <summary>The view of such a value; null for any other.</summary>
    public static View? View(object value, ViewBuilder builder) => value switch
    {
        ITuple tuple => Tuple(tuple, builder),
        Array { Rank: > 1 } array => Matrices.View(array, builder),
        DataTable table => DataTables.View(table, builder),
        DataView view => DataTables.View(view, builder),
        DataSet set => DataTables.View(set, builder),
        DataRow row => DataTables.View(row, builder),
        DataRowView view => DataTables.View(view.Row, builder),
        JsonDocument document => JsonValues.View(document.RootElement, builder),
        JsonElement element => JsonValues.View(element, builder),
        JsonNode node => JsonValues.View(node, builder),
        XNode node => Xml(node.ToString()),
        XmlNode node => Xml(XmlText(node)),
        Exception exception => Exceptions.View(exception),
        _ when Memories.Items(value) is { } items => Sequences.View(items, builder),
        _ => Deferred.View(value, builder),
    };

    /// <summary>Whether such a value is shown whole, not by its members in columns.</summary>
    public static bool Handles(object value) => value is Array or JsonDocument or JsonElement or XObject or XmlNode or DataTable or DataSet or Exception || Deferred.Is(value);

    private static View Tuple(ITuple tuple, ViewBuilder builder)
    {
        var items = Enumerable.Range(0, tuple.Length).Select(i => builder.Of(tuple[i])).ToList();
        if (items.TrueForAll(item => item is TextView { Tone: not Tone.Lines } or ListView)) return new ListView(items, default) { IsTuple = true };
        return new TreeView("", [.. items.Select((item, i) => KeyValuePair.Create(Rows.TupleItem(i), item))]);
    }

    private static TextView Xml(string text) => new(text, Tone.Lines);

    private static string XmlText(XmlNode node)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Auto })) node.WriteTo(writer);
        return text.ToString();
    }
}
