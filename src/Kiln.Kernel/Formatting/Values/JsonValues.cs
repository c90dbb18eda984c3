using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Kiln.Kernel;

/// <summary>JSON: objects by their names, arrays of objects as tables; as text, JSON.</summary>
internal static class JsonValues
{
    private const int LongestText = 20_000;

    // Text for people, who read é more easily than its escape; HTML is encoded where it is written.
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>The view of a node.</summary>
    public static View View(JsonNode node, ViewBuilder builder) => View(JsonSerializer.SerializeToElement(node, Indented), builder);

    /// <summary>The view of an element.</summary>
    public static View View(JsonElement element, ViewBuilder builder) => element.ValueKind switch
    {
        JsonValueKind.Object => Tree(element, builder),
        JsonValueKind.Array => Sequences.View(element.EnumerateArray().Select(item => (object?)item).ToList(), builder),
        JsonValueKind.String => new TextView(element.GetString() ?? ""),
        JsonValueKind.Number => new TextView(element.GetRawText(), Tone.Number),
        JsonValueKind.True or JsonValueKind.False => new TextView(element.GetRawText()),
        _ => TextView.Quiet("null"),
    };

    /// <summary>The cells of an object in an array of them.</summary>
    public static RowCells Row(JsonElement element, ViewBuilder builder)
    {
        var members = element.EnumerateObject().ToList();
        return new RowCells(Members(members, ViewBuilder.MostColumns, builder), Math.Max(0, members.Count - ViewBuilder.MostColumns));
    }

    private static TreeView Tree(JsonElement element, ViewBuilder builder)
    {
        var members = element.EnumerateObject().ToList();
        return new TreeView("", Members(members, ViewBuilder.MostMembers, builder))
        {
            Hidden = Math.Max(0, members.Count - ViewBuilder.MostMembers),
            Plain = ShortText.Cut(JsonSerializer.Serialize(element, Indented), LongestText),
        };
    }

    private static List<KeyValuePair<string, View>> Members(List<JsonProperty> members, int most, ViewBuilder builder) =>
        [.. members.Take(most).Select(member => KeyValuePair.Create(member.Name, builder.Of(member.Value)))];
}
