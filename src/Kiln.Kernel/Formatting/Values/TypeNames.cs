using System.Runtime.CompilerServices;

namespace Kiln.Kernel;

/// <summary>Types as C# writes them.</summary>
internal static class TypeNames
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(nint)] = "nint",
        [typeof(nuint)] = "nuint",
        [typeof(void)] = "void",
    };

    /// <summary>A type in words: as <see cref="Short"/>, with a name for those that have none.</summary>
    public static string Of(Type type) => IsAnonymous(type) ? "anonymous type" : Short(type);

    /// <summary>A type as one writes it in a cell: <c>List&lt;int&gt;</c>; empty for an anonymous type.</summary>
    public static string Short(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsArray) return $"{Short(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (Nullable.GetUnderlyingType(type) is { } underlying) return Short(underlying) + "?";
        if (type.IsPointer || type.IsByRef) return Short(type.GetElementType()!) + (type.IsPointer ? "*" : "&");
        if (type.IsValueType && type.IsAssignableTo(typeof(ITuple))) return $"({string.Join(", ", type.GetGenericArguments().Select(Of))})";
        return IsAnonymous(type) ? "" : WithArguments(type, type.Name, Of);
    }

    /// <summary>A type with its namespace, as .NET Interactive shows one: <c>System.Collections.Generic.List&lt;System.Int32&gt;</c>.</summary>
    public static string Full(Type type)
    {
        if (type.IsGenericParameter) return type.Name;
        if (type.HasElementType) return Full(type.GetElementType()!) + type.Name[type.GetElementType()!.Name.Length..];
        if (IsAnonymous(type)) return "(anonymous type)";
        var outer = type.DeclaringType is { } declaring ? IsCell(declaring) ? "" : Full(declaring) + "." : type.Namespace is { } space ? space + "." : "";
        return outer + WithArguments(type, type.Name, Full);
    }

    /// <summary>Whether the compiler named the type.</summary>
    public static bool IsAnonymous(Type type) => type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal);

    /// <summary>Whether the type comes with .NET: its properties are many, and some are slow or never end.</summary>
    public static bool IsFramework(Type type) =>
        type.Namespace is { } space && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal) || space.StartsWith("Microsoft.", StringComparison.Ordinal));

    /// <summary>Whether this is the class that holds what a cell declares; the user never wrote its name.</summary>
    public static bool IsCell(Type type) => type.DeclaringType is null && type.Name.StartsWith("Submission#", StringComparison.Ordinal);

    // Arguments of an outer generic type are repeated in the nested one and belong to the outer name; only own ones are shown.
    private static string WithArguments(Type type, string name, Func<Type, string> write)
    {
        var tick = name.IndexOf('`');
        if (!type.IsGenericType || tick < 0) return name;
        var arguments = type.GetGenericArguments();
        var outer = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        return $"{name[..tick]}<{string.Join(", ", arguments.Skip(outer).Select(write))}>";
    }
}
