using Kiln.Training;
using static TorchSharp.torch;

namespace Kiln.Notebooks;

/// <summary>Makes a definition of a variable of the session.</summary>
internal static class ModelFromVariable
{
    /// <summary>The definition that a variable holds or can make.</summary>
    /// <exception cref="MagicException">There is no such variable, or it is nothing that makes modules.</exception>
    public static ModelDefinition Define(string name, string variable, INotebookHost host)
    {
        if (!host.TryGetVariable(variable, out var value) || value is null)
            throw new MagicException($"#!model --from: there is no variable {variable} in this session. Run the cell that declares it first.");
        if (value is ModelDefinition definition) return definition with { Name = name };
        return new ModelDefinition(name, $"// the function in the variable {variable}", Builder(variable, value));
    }

    private static Func<ModelContext, nn.Module<Tensor, Tensor>> Builder(string variable, object value) => value switch
    {
        Func<nn.Module<Tensor, Tensor>> make => _ => make(),
        Func<Hyperparameters, nn.Module<Tensor, Tensor>> make => context => make(context.Hp),
        Func<ModelContext, nn.Module<Tensor, Tensor>> make => make,
        nn.Module<Tensor, Tensor> => throw new MagicException(
            $"#!model --from: {variable} is a module. Every run needs one with fresh weights, so give a function that makes it: var {variable} = () => …;"),
        _ => throw new MagicException(
            $"#!model --from: {variable} is a {value.GetType().Name}. Expected a function that returns a module, such as () => nn.Sequential(…), or a model definition."),
    };
}
