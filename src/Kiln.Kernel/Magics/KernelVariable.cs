using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary>A variable as magics address it: <c>kernel:name</c>, or the name alone for this kernel.</summary>
/// <param name="magic">The magic that asks, for its messages.</param>
/// <param name="text">As typed, without the <c>@</c>.</param>
internal sealed class KernelVariable(string magic, string text)
{
    private readonly string _kernel = text.Contains(':', StringComparison.Ordinal) ? text.Split(':', 2)[0] : "csharp";
    private readonly string _name = text.Split(':', 2)[^1];

    /// <summary>Declares a C# variable that holds the same.</summary>
    /// <exception cref="MagicException">There is no such kernel or variable.</exception>
    public Task DeclareAsync(string name, CellHost host) => _kernel switch
    {
        "csharp" or "c#" or ".NET" => VariableDeclaration.OfVariableAsync(magic, name, _name, host),
        SharedValues.KernelName when host.Values.TryGet(_name, out var held) => VariableDeclaration.OfValueAsync(magic, name, held, host),
        SharedValues.KernelName => throw new MagicException($"{magic}: #!value holds nothing named {_name}. Put it there first: #!value --name {_name}"),
        _ => throw new MagicException($"{magic}: there is no kernel {_kernel} here, so {_name} cannot come from it. The kernels are csharp and value."),
    };
}
