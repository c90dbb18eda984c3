using System.Runtime.CompilerServices;
using Kiln.Charts;
using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln;

/// <summary>Defines models by name: the C# twin of <c>#!model</c>.</summary>
/// <remarks>The examples take the names of PyTorch from <c>using static TorchSharp.torch;</c>, and layers with inferred sizes from <c>using static Kiln.Training.Layers;</c>.</remarks>
public static class Model
{
    /// <summary>Defines a model that any command can train by its name. A second definition replaces the first.</summary>
    /// <param name="name">Lower-kebab name.</param>
    /// <param name="build">Makes a new module; <c>hp.*</c> makes a hyperparameter.</param>
    /// <param name="source">Filled in by the compiler: the text of <paramref name="build"/>, which is the model's identity.</param>
    /// <example>
    /// <code>
    /// Model.Define("tiny", hp =>
    /// {
    ///     int width = hp.Int("width", 8, 64, @default: 16);
    ///     return nn.Sequential(("in", nn.Linear(4, width)), ("act", nn.ReLU()), ("out", nn.Linear(width, 3)));
    /// });
    /// </code>
    /// </example>
    public static ModelDefinition Define(
        string name,
        Func<Hyperparameters, nn.Module<Tensor, Tensor>> build,
        [CallerArgumentExpression(nameof(build))] string source = "")
    {
        ArgumentNullException.ThrowIfNull(build);
        return Add(new ModelDefinition(name, source, context => build(context.Hp)));
    }

    /// <summary>Defines a model that looks at the data too, so that layers infer their sizes.</summary>
    /// <param name="name">Lower-kebab name.</param>
    /// <param name="build">Makes a new module for data of that shape, with that many outputs.</param>
    /// <param name="source">Filled in by the compiler: the text of <paramref name="build"/>, which is the model's identity.</param>
    /// <example>
    /// <code>
    /// Model.Define("net", (hp, data) => LayerStack.Build(
    ///     [Flatten(), Linear(hp.Int("width", 8, 64, @default: 16)), ReLU(), Linear(data.Outputs)], data));
    /// </code>
    /// </example>
    public static ModelDefinition Define(
        string name,
        Func<Hyperparameters, ModelContext, nn.Module<Tensor, Tensor>> build,
        [CallerArgumentExpression(nameof(build))] string source = "")
    {
        ArgumentNullException.ThrowIfNull(build);
        return Add(new ModelDefinition(name, source, context => build(context.Hp, context)));
    }

    /// <summary>Defines a model that comes with Kiln: <c>Model.Ready("net", "lenet")</c>, as <c>#!model net --ready lenet</c> does.</summary>
    /// <param name="name">Lower-kebab name.</param>
    /// <param name="ready">One of <see cref="Zoo.Names"/>.</param>
    /// <exception cref="ModelException">There is no such model.</exception>
    public static ModelDefinition Ready(string name, string ready) => Add(Zoo.Define(ready, name));

    /// <summary>The layers of a model on a data set, with shapes, sizes, multiply-adds and memory.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="data">The data set's name; null (default) for the one loaded last.</param>
    /// <exception cref="LabException">A name is unknown.</exception>
    /// <exception cref="ModelException">The model does not fit the data.</exception>
    public static ModelSummary Summary(string name, string? data = null)
    {
        var workspace = LabWorkspace.Current;
        var built = ModelBuilder.Build(workspace.Models.Get(name), TaskShape.Of(workspace.FindData(data)));
        built.Module.Dispose();
        return built.Summary;
    }

    /// <summary>A drawing of the layers of a model on a data set.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="data">The data set's name; null (default) for the one loaded last.</param>
    /// <inheritdoc cref="Summary" path="/exception"/>
    public static NetworkDiagram Diagram(string name, string? data = null) => ModelDiagram.Of(Summary(name, data), name);

    private static ModelDefinition Add(ModelDefinition definition)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(definition.Name);
        LabWorkspace.Current.Add(definition);
        return definition;
    }
}
