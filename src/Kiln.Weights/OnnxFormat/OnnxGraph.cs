using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>The nodes and weights of a graph in the order they run.</summary>
internal sealed class OnnxGraph(IEnumerable<OnnxRule> rules)
{
    private readonly record struct Step(string Op, string Name, string[] Inputs, int Place, string Output, OnnxAttribute[] Attributes);

    private readonly Dictionary<Type, OnnxRule> _rules = Indexed(rules);
    private readonly List<Step> _steps = [];
    private readonly Dictionary<string, Tensor> _weights = new(StringComparer.Ordinal);

    public IEnumerable<string> Known => _rules.Keys.Select(type => type.Name);

    public OnnxRule? RuleOf(Type module) => _rules.GetValueOrDefault(module);

    /// <summary>Adds a node of which one output is used, at a place counted from 0.</summary>
    public OnnxValue Node(string op, string path, IEnumerable<OnnxValue> inputs, OnnxAttribute[] attributes, int place = 0)
    {
        string name = Free(path.Length == 0 ? op : $"{path}/{op}");
        _steps.Add(new Step(op, name, [.. inputs.Select(input => input.Name)], place, name, attributes));
        return new OnnxValue(name);
    }

    public OnnxValue Weight(string name, Tensor tensor)
    {
        _weights.TryAdd(name, tensor);
        return new OnnxValue(name);
    }

    /// <summary>The graph from one input to one output.</summary>
    public ProtoMessage ToMessage(string name, OnnxValue input, OnnxValue last, string outputName)
    {
        // A model that only passes its input on still needs a node: an output may not be an input.
        string end = (_steps.Exists(step => step.Output == last.Name) ? last : Node("Identity", "", [last], [])).Name;
        var graph = new ProtoMessage();
        foreach (var step in _steps)
        {
            var inputs = step.Inputs.Select(value => value == end ? outputName : value);
            // An output without a name is not used.
            var outputs = Enumerable.Repeat("", step.Place).Append(step.Output == end ? outputName : step.Output);
            graph.Message(1, OnnxSchema.Node(step.Op, step.Name, (inputs, outputs), step.Attributes));
        }
        graph.Text(2, name);
        foreach (var (key, tensor) in _weights) graph.Message(5, OnnxSchema.Initializer(key, tensor));
        return graph.Message(11, OnnxSchema.BatchOf(input.Name, input.Sample)).Message(12, OnnxSchema.BatchOf(outputName, last.Sample));
    }

    private string Free(string wanted)
    {
        string name = wanted;
        for (int i = 2; _steps.Exists(step => step.Name == name); i++) name = $"{wanted}_{i}";
        return name;
    }

    private static Dictionary<Type, OnnxRule> Indexed(IEnumerable<OnnxRule> rules)
    {
        var byType = new Dictionary<Type, OnnxRule>();
        foreach (var rule in rules) byType[rule.Module] = rule;
        return byType;
    }
}
