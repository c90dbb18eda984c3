using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>A place in the module that is being written: its name goes before those of its nodes and weights.</summary>
public sealed class OnnxScope
{
    private readonly OnnxGraph _graph;
    private readonly string _path;

    internal OnnxScope(OnnxGraph graph, string path) => (_graph, _path) = (graph, path);

    /// <summary>Adds a node.</summary>
    /// <param name="op">The operator, of opset 17.</param>
    /// <param name="inputs">What goes in, in the operator's order.</param>
    /// <param name="attributes">Its settings.</param>
    /// <returns>What comes out first.</returns>
    public OnnxValue Node(string op, IEnumerable<OnnxValue> inputs, params OnnxAttribute[] attributes) => _graph.Node(op, _path, inputs, attributes);

    /// <summary>Adds a node of which another output than the first is used.</summary>
    /// <param name="op">The operator, of opset 17.</param>
    /// <param name="place">The place of the output, counted from 0; those before it must be optional.</param>
    /// <param name="inputs">What goes in, in the operator's order.</param>
    /// <param name="attributes">Its settings.</param>
    /// <returns>What comes out at that place.</returns>
    public OnnxValue NodeOutput(string op, int place, IEnumerable<OnnxValue> inputs, params OnnxAttribute[] attributes) =>
        _graph.Node(op, _path, inputs, attributes, place);

    /// <summary>Says which shape the output of a node has, so that a submodule can follow it.</summary>
    /// <param name="value">What a node returned.</param>
    /// <param name="shape">The shape of one example, without N; the elements are float32.</param>
    /// <returns>The same value.</returns>
    public OnnxValue Shaped(OnnxValue value, params long[] shape)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new OnnxValue(value.Name, zeros([Onnx.Examples, .. shape]));
    }

    /// <summary>Adds a weight of the module; its name in the file is its key in the state dict.</summary>
    /// <param name="name">The name in the module.</param>
    /// <param name="tensor">The values, any shape.</param>
    public OnnxValue Weight(string name, Tensor tensor) => _graph.Weight(Key(name), tensor);

    /// <summary>Adds whole numbers, such as the sizes of a reshape.</summary>
    /// <param name="name">A name that no weight of the module has.</param>
    /// <param name="values">The numbers.</param>
    public OnnxValue Constant(string name, long[] values) => _graph.Weight(Key(name), tensor(values));

    /// <summary>Adds numbers, such as the scales of a resize.</summary>
    /// <param name="name">A name that no weight of the module has.</param>
    /// <param name="values">The numbers.</param>
    public OnnxValue Constant(string name, float[] values) => _graph.Weight(Key(name), tensor(values));

    /// <summary>Adds one number.</summary>
    /// <param name="name">A name that no weight of the module has.</param>
    /// <param name="value">The number.</param>
    public OnnxValue Constant(string name, float value) => _graph.Weight(Key(name), tensor(value));

    /// <summary>Writes a submodule.</summary>
    /// <param name="name">Its name in the module.</param>
    /// <param name="module">The submodule.</param>
    /// <param name="input">What goes in: the module's input, or what another submodule returned.</param>
    /// <returns>What comes out.</returns>
    /// <exception cref="NotSupportedException">No rule writes it; the message names it and what to do.</exception>
    public OnnxValue Append(string name, nn.Module<Tensor, Tensor> module, OnnxValue input)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(input);
        var inner = new OnnxScope(_graph, Key(name));
        var rule = _graph.RuleOf(module.GetType())
            ?? throw inner.Refusal(module, $"ONNX export knows {string.Join(", ", _graph.Known.Order(StringComparer.Ordinal))}. Build the model of these");
        var output = rule.Emit(inner, module, input);
        return new OnnxValue(output.Name, module.call(input.Sample));
    }

    /// <summary>An error that refuses a module and says that safetensors takes any.</summary>
    /// <param name="module">The module.</param>
    /// <param name="problem">What is wrong and what to do instead, without a full stop.</param>
    public NotSupportedException Refusal(nn.Module module, string problem) =>
        new($"ONNX export: {module.GetName()}{(_path.Length == 0 ? "" : $" '{_path}'")} cannot be written: {problem}, or export the weights to safetensors, which takes any model.");

    private string Key(string name) => _path.Length == 0 || name.Length == 0 ? _path + name : $"{_path}.{name}";
}
