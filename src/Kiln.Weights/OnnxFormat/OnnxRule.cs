using static TorchSharp.torch;

namespace Kiln.Weights;

/// <summary>How one kind of module is written as nodes.</summary>
public sealed class OnnxRule
{
    private readonly Func<OnnxScope, nn.Module, OnnxValue, OnnxValue> _emit;

    private OnnxRule(Type module, Func<OnnxScope, nn.Module, OnnxValue, OnnxValue> emit) => (Module, _emit) = (module, emit);

    /// <summary>The type of the modules it writes; types derived from it compute something else and need rules of their own.</summary>
    public Type Module { get; }

    /// <summary>Makes a rule.</summary>
    /// <typeparam name="TModule">The type of the modules.</typeparam>
    /// <param name="emit">Adds the nodes of a module behind a value to a scope, and returns the value that comes out.</param>
    public static OnnxRule For<TModule>(Func<OnnxScope, TModule, OnnxValue, OnnxValue> emit) where TModule : nn.Module =>
        new(typeof(TModule), (scope, module, input) => emit(scope, (TModule)module, input));

    internal OnnxValue Emit(OnnxScope scope, nn.Module module, OnnxValue input) => _emit(scope, module, input);
}
