namespace Kiln.Torch.Api;

/// <summary>A type of the list.</summary>
/// <param name="group">The group that lists it.</param>
/// <param name="name">Its name as the list writes it, relative to the namespace TorchSharp.</param>
/// <param name="kind">Class, Struct, Enum or Interface.</param>
/// <param name="baseType">The base type, or empty.</param>
public sealed class ApiType(ApiGroup group, string name, string kind, string baseType)
{
    private readonly List<ApiMember> _members = [];

    /// <summary>The group that lists it.</summary>
    public ApiGroup Group { get; } = group;

    /// <summary>Its name as the list writes it, relative to the namespace TorchSharp.</summary>
    public string Name { get; } = name;

    /// <summary>Class, Struct, Enum or Interface.</summary>
    public string Kind { get; } = kind;

    /// <summary>The base type as the list writes it, or empty.</summary>
    public string BaseType { get; } = baseType;

    /// <summary>The name without namespace, outer types and type parameters: that of its constructors.</summary>
    public string SimpleName => Path[^1].Split('<')[0];

    /// <summary>Namespace, outer types and type, each with its type parameters.</summary>
    public IReadOnlyList<string> Path { get; } = [.. SignatureParser.Split(name, '.')];

    /// <summary>The names of its type parameters.</summary>
    public IReadOnlyList<string> TypeParameters => Name.EndsWith('>') ? [.. Name[(Name.IndexOf('<') + 1)..^1].Split(", ")] : [];

    /// <summary>Its listed members.</summary>
    public IReadOnlyList<ApiMember> Members => _members;

    internal void Add(ApiMember member) => _members.Add(member);
}
