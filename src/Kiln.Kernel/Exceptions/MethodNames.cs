using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Kiln.Kernel;

/// <summary>Methods as the user typed them: the compiler gives others to lambdas, local functions and async methods.</summary>
internal static partial class MethodNames
{
    private const BindingFlags Any =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Whether a method was declared in a cell.</summary>
    public static bool IsOfCell(MethodBase method)
    {
        var type = method.DeclaringType;
        while (type?.DeclaringType is { } outer) type = outer;
        return type is not null && TypeNames.IsCell(type);
    }

    /// <summary>A method of a cell with its parameters; empty for the cell's own statements.</summary>
    public static string OfCell(MethodBase method)
    {
        method = AsTyped(method);
        var name = Simple(method);
        return name.Length == 0 ? "" : $"{name}({string.Join(", ", method.GetParameters().Where(IsTyped).Select(Show))})";
    }

    /// <summary>The name alone: <c>F</c>, <c>Tree.Depth</c>, <c>new Node</c>; empty for the cell's own statements.</summary>
    public static string Simple(MethodBase method)
    {
        method = AsTyped(method);
        if (method.DeclaringType is not { } type) return method.Name;
        if (GeneratedName().Match(method.Name) is { Success: true } generated)
            return generated.Groups["local"].Success ? generated.Groups["local"].Value : "lambda";
        if (type.Name.StartsWith("<<Initialize>>", StringComparison.Ordinal)) return "";
        if (TypeNames.IsCell(type)) return method.Name is "<Initialize>" or "<Factory>" or ".ctor" or ".cctor" ? "" : method.Name;
        return Member(TypeNames.Full(type), method);
    }

    private static string Member(string type, MethodBase method) => method.Name switch
    {
        ".ctor" => $"new {type}",
        ".cctor" => $"static {type}",
        ['g' or 's', 'e', 't', '_', .. var property] when method.IsSpecialName => $"{type}.{property}.{method.Name[..3]}",
        _ => $"{type}.{method.Name}",
    };

    // A state machine's method stands for the async method or iterator that it was made from.
    private static MethodBase AsTyped(MethodBase method)
    {
        if (method.DeclaringType is not { DeclaringType: { } outer } machine || !machine.Name.StartsWith('<')) return method;
        var definition = machine.IsGenericType ? machine.GetGenericTypeDefinition() : machine;
        return outer.GetMethods(Any).FirstOrDefault(from => from.GetCustomAttribute<StateMachineAttribute>()?.StateMachineType == definition) ?? method;
    }

    // Closures come to local functions as parameters that nobody has typed.
    private static bool IsTyped(ParameterInfo parameter) => !parameter.ParameterType.Name.StartsWith("<>", StringComparison.Ordinal);

    private static string Show(ParameterInfo parameter) => parameter.ParameterType is { IsByRef: true } reference
        ? $"ref {TypeNames.Of(reference.GetElementType()!)} {parameter.Name}"
        : $"{TypeNames.Of(parameter.ParameterType)} {parameter.Name}";

    // <M>g__Local|0_1 is a local function of M, <M>b__0_1 a lambda in it.
    [GeneratedRegex(@"^<.*>(?:g__(?<local>[^|]+)\||b__)")]
    private static partial Regex GeneratedName();
}
