using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Kiln.Notebooks;

/// <summary>
/// Declares the layer factories as local functions, so that a model's body can say <c>Conv2d(6, 5)</c> while the session
/// gets no new names, and so that they win over the names of a user's own <c>using static</c>.
/// </summary>
internal static class LayerScope
{
    /// <summary>For every public static factory of a type, by its name, C# that declares a local function.</summary>
    /// <param name="factories">The type; no two of its factories share a name.</param>
    /// <param name="product">What a factory returns.</param>
    public static IReadOnlyDictionary<string, string> Declare(Type factories, Type product) =>
        factories.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => method.ReturnType == product && !method.IsSpecialName && !method.IsGenericMethod)
            .ToDictionary(method => method.Name, Declare);

    private static string Declare(MethodInfo method)
    {
        var parameters = method.GetParameters();
        var declared = string.Join(", ", parameters.Select(Declare));
        var passed = string.Join(", ", parameters.Select(parameter => "@" + parameter.Name));
        return $"{CSharpName(method.ReturnType)} {method.Name}({declared}) => {CSharpName(method.DeclaringType!)}.{method.Name}({passed});";
    }

    private static string Declare(ParameterInfo parameter)
    {
        var attributes = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
            : parameter.IsDefined(typeof(CallerLineNumberAttribute)) ? "[global::System.Runtime.CompilerServices.CallerLineNumber] " : "";
        var nullable = parameter is { HasDefaultValue: true, DefaultValue: null } && !parameter.ParameterType.IsValueType ? "?" : "";
        var @default = parameter.HasDefaultValue ? " = " + Literal(parameter) : "";
        return $"{attributes}{CSharpName(parameter.ParameterType)}{nullable} @{parameter.Name}{@default}";
    }

    private static string Literal(ParameterInfo parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return parameter.DefaultValue switch
        {
            null => "default",
            bool value => value ? "true" : "false",
            string text => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"",
            double.PositiveInfinity => "double.PositiveInfinity",
            double.NegativeInfinity => "double.NegativeInfinity",
            double.NaN => "double.NaN",
            double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
            float number => number.ToString("R", CultureInfo.InvariantCulture) + "f",
            var number when type.IsEnum => $"({CSharpName(type)})({Convert.ToInt64(number, CultureInfo.InvariantCulture)})",
            var number => Convert.ToString(number, CultureInfo.InvariantCulture)!,
        };
    }

    /// <summary>The full C# name of a type, as code can say it anywhere.</summary>
    public static string CSharpName(Type type)
    {
        if (type.IsArray) return CSharpName(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } value) return CSharpName(value) + "?";
        if (type.IsGenericType && typeof(ITuple).IsAssignableFrom(type))
            return "(" + string.Join(", ", type.GetGenericArguments().Select(CSharpName)) + ")";
        var own = type.IsGenericType ? type.GetGenericArguments() : [];
        var outer = type.DeclaringType;
        var outerCount = outer?.GetGenericArguments().Length ?? 0;
        var scope = outer is not null ? CSharpName(outer) + "." : "global::" + (type.Namespace is { } space ? space + "." : "");
        var arguments = own.Length > outerCount ? "<" + string.Join(", ", own[outerCount..].Select(CSharpName)) + ">" : "";
        return scope + type.Name.Split('`')[0] + arguments;
    }
}
