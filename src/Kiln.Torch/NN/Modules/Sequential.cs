using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Runs modules one after another.</summary>
/// <remarks>From the first module's input, (*), to the last module's output, (*).</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.Sequential.html"/>
public class Sequential : Module<Tensor, Tensor>
{
    private readonly List<(string Name, IModule<Tensor, Tensor> Module)> _steps = [];

    /// <summary>Creates a chain of named modules.</summary>
    /// <param name="modules">The modules with their names; the chain disposes them.</param>
    protected internal Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) : base(nameof(Sequential))
    {
        foreach (var (name, module) in modules) append(name, module);
    }

    /// <summary>Creates a chain of modules named 0, 1, 2…</summary>
    /// <param name="modules">The modules; the chain disposes them.</param>
    protected internal Sequential(params Module<Tensor, Tensor>[] modules) : base(nameof(Sequential))
    {
        foreach (var module in modules) append(module);
    }

    /// <summary>The number of modules.</summary>
    public int Count => _steps.Count;

    /// <summary>The module at a position.</summary>
    /// <param name="index">The position, counted from 0.</param>
    /// <returns>The module; the chain keeps it.</returns>
    public IModule<Tensor, Tensor> this[int index] => _steps[index].Module;

    /// <summary>A part of the chain as a chain of its own that shares the modules.</summary>
    /// <param name="index">Start and end, both optional; the end is not included.</param>
    /// <returns>The new chain; disposing it disposes the shared modules.</returns>
    public Sequential this[(int? start, int? end) index] => this[(index.start ?? 0)..(index.end ?? Count)];

    /// <summary>A part of the chain as a chain of its own that shares the modules.</summary>
    /// <param name="index">The range.</param>
    /// <returns>The new chain; disposing it disposes the shared modules.</returns>
    public Sequential this[Range index]
    {
        get
        {
            var (start, length) = index.GetOffsetAndLength(Count);
            var part = new Sequential(Array.Empty<Module<Tensor, Tensor>>());
            foreach (var (name, module) in _steps.GetRange(start, length)) part.append(name, module);
            return part;
        }
    }

    /// <summary>Adds a module at the end.</summary>
    /// <param name="name">Its name, unique in the chain.</param>
    /// <param name="module">The module; the chain disposes it.</param>
    /// <returns>This chain.</returns>
    /// <exception cref="ArgumentException">The module does not derive from Module, or the name is taken.</exception>
    public Sequential append(string name, IModule<Tensor, Tensor> module)
    {
        if (module is not Module component)
            throw new ArgumentException($"Sequential.append('{name}'): expected a module, got {module?.GetType().Name ?? "null"}. Derive it from Module<Tensor, Tensor>.", nameof(module));
        register_module(name, component);
        _steps.Add((name, module));
        return this;
    }

    /// <summary>Adds a module at the end, named by its position.</summary>
    /// <param name="module">The module; the chain disposes it.</param>
    /// <returns>This chain.</returns>
    public Sequential append(IModule<Tensor, Tensor> module) =>
        append(Count.ToString(System.Globalization.CultureInfo.InvariantCulture), module);

    /// <inheritdoc/>
    public override Tensor forward(Tensor input)
    {
        if (_steps.Count == 0) return Ops.alias(input);
        // What the history does not need is free for the next step at once, while it is still in the processor's cache.
        // A hook may have kept the tensor it saw: then it is left to its scope or the collector.
        bool freeEarly = !AnyHooks;
        var current = input;
        foreach (var (_, module) in _steps)
        {
            var next = module.call(current);
            if (freeEarly && !ReferenceEquals(current, input) && !ReferenceEquals(current, next)) current.Dispose();
            current = next;
        }
        return current;
    }

    /// <inheritdoc/>
    /// <param name="on">True for training mode: dropout drops, batch norm uses the batch's statistics.</param>
    public override void train(bool on = true) => base.train(on);

    /// <inheritdoc/>
    /// <param name="recurse">Whether to include those of submodules.</param>
    /// <param name="include_persistent">Whether to include buffers that state_dict leaves out; the name is TorchSharp's.</param>
    public override IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_persistent = true) =>
        base.named_buffers(recurse, include_persistent);

    private bool AnyHooks => _steps.Exists(step => ((Module)step.Module).HasHooks);
}
