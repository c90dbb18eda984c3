namespace Kiln.Torch.Api;

/// <summary>What a line of the list declares.</summary>
public enum ApiMemberKind
{
    /// <summary>A method, also an extension method.</summary>
    Method,

    /// <summary>A constructor.</summary>
    Constructor,

    /// <summary>A property with accessors.</summary>
    Property,

    /// <summary>An indexer.</summary>
    Indexer,

    /// <summary>An operator or a conversion.</summary>
    Operator,

    /// <summary>A static value without accessors: the list does not tell fields and getters apart.</summary>
    Value,

    /// <summary>A constant or a member of an enumeration.</summary>
    Constant,
}

/// <summary>One parameter of a listed member.</summary>
/// <param name="Modifier">this, ref, out, params or empty.</param>
/// <param name="Type">Its type as the list writes it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Default">The default as the list writes it, or nothing where it is required.</param>
public sealed record ApiParameter(string Modifier, string Type, string Name, string? Default);

/// <summary>One overload of the list.</summary>
public sealed record ApiMember
{
    /// <summary>The type that declares it.</summary>
    public required ApiType Type { get; init; }

    /// <summary>The line of the list, or of the expanded family.</summary>
    public required string Signature { get; init; }

    /// <summary>What it is.</summary>
    public required ApiMemberKind Kind { get; init; }

    /// <summary>Its name; for an operator the words <c>operator +</c> or <c>implicit operator</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The type of its value as the list writes it.</summary>
    public string ReturnType { get; init; } = "void";

    /// <summary>Its parameters in order.</summary>
    public IReadOnlyList<ApiParameter> Parameters { get; init; } = [];

    /// <summary>The names of its own type parameters.</summary>
    public IReadOnlyList<string> TypeParameters { get; init; } = [];

    /// <summary>Whether it belongs to the type itself.</summary>
    public bool IsStatic { get; init; }

    /// <summary>Whether a derived class must write it.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>Whether everybody can set it.</summary>
    public bool HasSetter { get; init; }

    /// <summary>Whether it extends its first parameter.</summary>
    public bool IsExtension => Parameters is [{ Modifier: "this" }, ..];

    internal static ApiMember Constant(ApiType type, string name) =>
        new() { Type = type, Signature = name, Kind = ApiMemberKind.Constant, Name = name, ReturnType = type.Name, IsStatic = true };
}
