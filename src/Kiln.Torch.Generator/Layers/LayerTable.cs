using System.Text.RegularExpressions;

namespace Kiln.Torch.Generator.Layers;

/// <summary>Reads layers.txt: first the words that describe parameters, then the layers.</summary>
internal sealed partial class LayerTable
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);

    /// <summary>Reads the table.</summary>
    public LayerTable(IEnumerable<string> lines)
    {
        var entry = new List<string>();
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#').Append(""))
        {
            if (WordPattern().Match(line) is { Success: true } word) _words.Add(word.Groups["name"].Value, word.Groups["text"].Value);
            else if (line.StartsWith(' ')) entry.Add(line.Trim());
            else
            {
                if (entry.Count > 0) Layers.AddRange(Expand(entry));
                entry = [line];
            }
        }
    }

    /// <summary>The layers, in the table's order.</summary>
    public List<Layer> Layers { get; } = [];

    /// <summary>The description of a parameter: the family's own words, or those for every layer.</summary>
    public string Describe(Layer layer, LayerParameter parameter) =>
        _words.GetValueOrDefault($"{layer.Family}.{parameter.Name}") ?? _words.GetValueOrDefault(parameter.Name)
        ?? throw new FormatException($"layers.txt: no words for the parameter '{parameter.Name}' of {layer.Name}.");

    private static IEnumerable<Layer> Expand(List<string> entry)
    {
        var head = HeadPattern().Match(entry[0]);
        if (!head.Success) throw new FormatException($"layers.txt: cannot read '{entry[0]}'.");
        var name = head.Groups["name"].Value;
        if (!head.Groups["dimensions"].Success)
            return [Read(entry, head, name, head.Groups["size"].Success ? int.Parse(head.Groups["size"].Value) : 1)];
        return head.Groups["dimensions"].Value.Split(',').Select(int.Parse).Select(n => Read(entry, head, $"{name}{n}d", n));
    }

    private static Layer Read(List<string> entry, Match head, string name, int dimensions)
    {
        string At(string text) => text.Replace("{n}", $"{dimensions}").Replace("{L'}", Sizes(dimensions, "'")).Replace("{L}", Sizes(dimensions, ""));
        string? Tail(string keyword) => entry.Skip(3).FirstOrDefault(line => line.StartsWith(keyword + " ", StringComparison.Ordinal)) is { } line
            ? At(line[(keyword.Length + 1)..]) : null;
        var lists = entry.Where(line => line.StartsWith("also (", StringComparison.Ordinal)).Select(line => line[6..^1]).Prepend(head.Groups["list"].Value);
        return new Layer(name, dimensions, At(entry[1]), At(entry[2]))
        {
            Overloads = lists.Select(list => (IReadOnlyList<LayerParameter>)[.. SplitList(list).Select(ReadParameter)]).ToList(),
            Forms = Tail("forms")?.Split(' ') ?? ["long"],
            Forward = Tail("forward"),
            Shows = Tail("shows")?.Split(' '),
            Options = Tail("options"),
            Throws = Tail("throws"),
        };
    }

    private static string Sizes(int dimensions, string mark) =>
        string.Join(", ", new[] { "D", "H", "W" }[^dimensions..].Select(size => (dimensions == 1 ? "L" : size) + mark));

    private static LayerParameter ReadParameter(string text)
    {
        var match = ParameterPattern().Match(text);
        if (!match.Success) throw new FormatException($"layers.txt: cannot read the parameter '{text}'.");
        var type = match.Groups["type"].Value;
        var kind = type.TrimEnd('?');
        var hasForms = kind is "size" or "border" or "ratio";
        return new LayerParameter(hasForms ? kind : type, hasForms && type != kind, match.Groups["name"].Value,
            match.Groups["default"].Success ? match.Groups["default"].Value : null);
    }

    private static IEnumerable<string> SplitList(string list) => list.Length == 0 ? [] : CommaPattern().Split(list);

    [GeneratedRegex(@"^(?<name>[\w.]+): (?<text>.+)$")]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"^(?<name>\w+?)(\{(?<dimensions>[\d,]+)\}d)?(@(?<size>\d))? \((?<list>.*)\)$")]
    private static partial Regex HeadPattern();

    [GeneratedRegex(@"^(?<type>\S+) (?<name>\w+)( = (?<default>.+))?$")]
    private static partial Regex ParameterPattern();

    [GeneratedRegex(", ")]
    private static partial Regex CommaPattern();
}
