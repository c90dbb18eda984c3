using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// Models that come with Kiln: <c>#!model net --ready lenet</c>, or <c>Zoo.LeNet()</c>. Each is written in the layers of
/// <see cref="Layers"/>, and its source can be shown, copied into a <c>#!model</c> cell and changed.
/// </summary>
public static partial class Zoo
{
    /// <summary>All of them, the simplest first.</summary>
    public static IReadOnlyList<ReadyModel> All { get; } =
    [
        new("linear", "one linear layer: linear, logistic and softmax regression", LinearModel),
        new("mlp", "linear layers with ReLU between", Mlp),
        new("lenet", "two convolutions and three linear layers, for small pictures", LeNet),
        new("resnet", "residual network of depth 8, 14 or 20, for pictures", ResNet),
        new("lstm", "reads a sequence, a text or a picture row by row, and tells its class", Lstm),
        new("char-rnn", "predicts the next character or word with an LSTM", CharRnn),
        new("transformer", "reads a sequence, a text or a picture row by row with attention, and tells its class", Transformer),
        new("char-transformer", "predicts the next character or word with causal attention", CharTransformer),
        new("autoencoder", "squeezes examples through a few numbers and restores them", Autoencoder),
        new("vae", "variational autoencoder: a smooth code that new examples can be drawn from", Vae),
        new("gan", "a generator of examples and a critic that tells them from real ones", Gan),
    ];

    /// <summary>The names of <see cref="All"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(model => model.Name)];

    /// <summary>The definition of a ready model.</summary>
    /// <param name="ready">One of <see cref="Names"/>.</param>
    /// <param name="name">The name it gets; null (default) for its own.</param>
    /// <exception cref="ModelException">There is no such model.</exception>
    public static ModelDefinition Define(string ready, string? name = null)
    {
        ReadyModel model = All.FirstOrDefault(model => model.Name == ready)
            ?? throw new ModelException($"There is no ready model '{ready}'. {Suggestions.Hint(ready, Names)}");
        return model.Define(name ?? ready);
    }

    // The parameters bear the names that the body of #!model sees, so that the text of a definition works there too.
    private delegate IEnumerable<Layer> LayersOf(Hyperparameters hp, long[] inputShape, long outputs, long vocabulary);

    private delegate nn.Module<Tensor, Tensor> ModuleOf(Hyperparameters hp, long[] inputShape);

    private static ModelDefinition Of(string name, LayersOf layers, [CallerArgumentExpression(nameof(layers))] string source = "") =>
        new(name, ZooSource.BodyOf(source), context => LayerStack.Build(
            layers(context.Hp, context.InputShape, context.Outputs, context.Vocabulary), context.Input, new StackPlace(HasLines: false)));

    private static ModelDefinition OfModule(string name, ModuleOf module, [CallerArgumentExpression(nameof(module))] string source = "") =>
        new(name, ZooSource.BodyOf(source), context => module(context.Hp, context.InputShape));
}
