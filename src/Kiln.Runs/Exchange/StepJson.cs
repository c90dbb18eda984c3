using System.Collections.Immutable;
using System.Text.Json;

namespace Kiln.Runs;

/// <summary>A step curve as a JSON object and back: <c>names</c>, and for each point epoch, step, number of steps and the values.</summary>
internal static class StepJson
{
    public static void Write(Utf8JsonWriter writer, StepCurve steps)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("names");
        JsonColumns.WriteList(writer, steps.Names);
        writer.WriteStartArray("points");
        foreach (var point in steps.Points)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(point.Epoch);
            writer.WriteNumberValue(point.Step);
            writer.WriteNumberValue(point.Count);
            foreach (var value in point.Values)
                JsonColumns.WriteNumber(writer, value);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <exception cref="FormatException">A point has another number of values than there are names.</exception>
    public static StepCurve Read(JsonElement json)
    {
        var names = JsonColumns.ReadList(json.GetProperty("names").GetRawText());
        return new(names, [.. json.GetProperty("points").EnumerateArray().Select(point => Point(point, names.Length))]);
    }

    private static StepPoint Point(JsonElement json, int values)
    {
        if (json.GetArrayLength() != values + 3)
            throw new FormatException(FormattableString.Invariant($"A step has {json.GetArrayLength() - 3} values and {values} names."));
        ImmutableArray<double> numbers = [.. json.EnumerateArray().Skip(3).Select(JsonColumns.ReadNumber)];
        return new(json[0].GetInt32(), json[1].GetDouble(), json[2].GetInt32(), numbers);
    }
}
