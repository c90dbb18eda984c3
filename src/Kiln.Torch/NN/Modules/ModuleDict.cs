using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Modules by name.</summary>
/// <typeparam name="T">The type of the modules.</typeparam>
/// <remarks>The dictionary keeps its modules and disposes those it holds at the end; what is removed or replaced is left to its owner.</remarks>
/// <seealso href="https://docs.pytorch.org/docs/1.13/generated/torch.nn.ModuleDict.html"/>
public class ModuleDict<T> : NamedComponents<T> where T : nn.Module
{
    /// <summary>Makes a dictionary of modules.</summary>
    /// <param name="modules">Names and modules in order.</param>
    public ModuleDict(params (string, T)[] modules) : base(nameof(ModuleDict<>), modules)
    {
    }

    /// <summary>Registers every module under its name.</summary>
    protected override void RegisterComponents()
    {
        ClearModules();
        foreach (var (name, module) in this) register_module(name, module);
    }
}
