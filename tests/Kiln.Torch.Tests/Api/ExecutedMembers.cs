using System.Reflection;
using System.Text.RegularExpressions;
using Kiln.Torch.Api;
using Microsoft.CodeAnalysis;

namespace Kiln.Torch.Tests.Api;

/// <summary>Tells which listed members the tests of this run have executed.</summary>
internal sealed class ExecutedMembers
{
    private readonly HashSet<int> _tokens = [];
    private readonly string _sources;

    public ExecutedMembers(IEnumerable<MethodBase> executed, Module library, string sources)
    {
        _sources = sources;
        foreach (var method in executed)
            foreach (var declaration in Declarations(method))
                if (declaration.Module == library) _tokens.Add(declaration.MetadataToken);
    }

    /// <summary>Whether the member, with its setter where the list has one, ran.</summary>
    public bool Contains(MemberResult result) => result.Symbol switch
    {
        // The constructor that every struct has runs no code: a test has to write it.
        IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true } => _sources.Contains($"new {result.Member.Name}()", StringComparison.Ordinal),
        IMethodSymbol method => Ran(method),
        IPropertySymbol property => Ran(property.GetMethod) && (!result.Member.HasSetter || Ran(property.SetMethod)),
        // A constant or field runs no code: a test has to name it.
        IFieldSymbol => IsNamed(result.Member),
        _ => false,
    };

    private bool Ran(IMethodSymbol? method) =>
        method is not null && _tokens.Contains((method.ReducedFrom ?? method).OriginalDefinition.MetadataToken);

    private bool IsNamed(ApiMember member)
    {
        var qualifier = member.Type.Name == "torch" ? "" : member.Type.SimpleName + @"\.";
        return Regex.IsMatch(_sources, $@"\b{qualifier}@?{member.Name}\b");
    }

    /// <summary>The method, what it overrides and what it implements: running it runs those.</summary>
    private static IEnumerable<MethodBase> Declarations(MethodBase method)
    {
        yield return method;
        if (method is not MethodInfo { IsVirtual: true, DeclaringType: { IsInterface: false } type } virtualMethod) yield break;
        for (var above = type.BaseType; above is not null; above = above.BaseType)
            foreach (var overridden in Overridden(above, virtualMethod))
                yield return overridden;
        foreach (var map in type.GetInterfaces().Select(type.GetInterfaceMap))
            for (var i = 0; i < map.TargetMethods.Length; i++)
                if (map.TargetMethods[i] == method) yield return map.InterfaceMethods[i];
    }

    private static IEnumerable<MethodInfo> Overridden(Type above, MethodInfo method) =>
        above.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            .Where(other => other.IsVirtual && other.Name == method.Name && other.GetParameters().Length == method.GetParameters().Length);
}
