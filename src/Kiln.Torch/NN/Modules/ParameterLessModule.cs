using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>A module without parameters, buffers and submodules.</summary>
/// <typeparam name="T1">The type of the input.</typeparam>
/// <typeparam name="TResult">The type of the output.</typeparam>
public abstract class ParameterLessModule<T1, TResult> : nn.Module<T1, TResult>
{
    /// <summary>Creates the module.</summary>
    /// <param name="name">The name shown in listings and messages.</param>
    protected ParameterLessModule(string name) : base(name)
    {
    }

    /// <inheritdoc cref="nn.HookableModule{TPreHook, TPostHook}.HookableModule(nint, nint)"/>
    protected ParameterLessModule(nint handle, nint boxedHandle) : base(handle, boxedHandle)
    {
    }

    /// <summary>Not possible for this kind of module.</summary>
    /// <param name="name">Not used.</param>
    /// <param name="tensor">Not used.</param>
    /// <param name="persistent">Not used.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_buffer(string name, Tensor tensor, bool persistent = true) => throw Refuse("buffer", name);

    /// <summary>Not possible for this kind of module.</summary>
    /// <param name="name">Not used.</param>
    /// <param name="param">Not used.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_parameter(string name, Parameter param) => throw Refuse("parameter", name);

    /// <summary>Not possible for this kind of module.</summary>
    /// <param name="name">Not used.</param>
    /// <param name="submodule">Not used.</param>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public override void register_module(string name, nn.Module submodule) => throw Refuse("module", name);

    private InvalidOperationException Refuse(string kind, string name) => new(
        $"'{GetName()}' is a module without components: it cannot hold the {kind} '{name}'. Derive from Module<Tensor, Tensor> instead.");
}
