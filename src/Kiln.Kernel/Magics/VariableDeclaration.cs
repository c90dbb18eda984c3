using Kiln.Notebooks;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Kernel;

/// <summary>Declares a variable of the session from a magic.</summary>
internal static class VariableDeclaration
{
    /// <summary>Declares it with a value that a magic has made: text, a number, a password, JSON.</summary>
    /// <exception cref="MagicException">The name is none of C#.</exception>
    public static async Task OfValueAsync(string magic, string name, object? value, CellHost host)
    {
        Check(magic, name);
        var type = value is null ? "object" : $"global::{value.GetType().FullName}";
        HandedOver.Put(value);
        await host.RunSilentlyAsync($"{type} {name} = ({type})global::{typeof(HandedOver).FullName}.{nameof(HandedOver.Take)}();");
    }

    /// <summary>Declares it as another name of what a variable holds, with that variable's type.</summary>
    /// <exception cref="MagicException">The name is none of C#, or there is no such variable.</exception>
    public static async Task OfVariableAsync(string magic, string name, string source, CellHost host)
    {
        Check(magic, name);
        if (!host.TryGetVariable(source, out _))
        {
            var known = host.Variables.List().Select(variable => variable.Name);
            throw new MagicException($"{magic}: there is no variable {source}.{Nearest.Hint(source, known)} #!who lists those there are.");
        }
        if (name != source) await host.RunSilentlyAsync($"var {name} = {source};");
    }

    private static void Check(string magic, string name)
    {
        var isKeyword = SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None;
        if (isKeyword || !SyntaxFacts.IsValidIdentifier(name))
            throw new MagicException($"{magic}: \"{name}\" cannot be the name of a variable in C#. Use letters, digits and _, for example myValue.");
    }
}
