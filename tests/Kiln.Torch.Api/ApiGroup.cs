namespace Kiln.Torch.Api;

/// <summary>One numbered group of the list, such as the optimisers.</summary>
/// <param name="number">Its number in the list.</param>
/// <param name="title">Its heading.</param>
public sealed class ApiGroup(int number, string title)
{
    private readonly List<ApiType> _types = [];

    /// <summary>Its number in the list.</summary>
    public int Number { get; } = number;

    /// <summary>Its heading.</summary>
    public string Title { get; } = title;

    /// <summary>The names that the list says it counts.</summary>
    public int DeclaredNames { get; private set; }

    /// <summary>The overloads that the list says it counts.</summary>
    public int DeclaredOverloads { get; private set; }

    /// <summary>Its types, each with the members that this group lists.</summary>
    public IReadOnlyList<ApiType> Types => _types;

    /// <summary>Every member of its types.</summary>
    public IEnumerable<ApiMember> Members => _types.SelectMany(type => type.Members);

    internal void Add(ApiType type) => _types.Add(type);

    internal void Declare(int names, int overloads) => (DeclaredNames, DeclaredOverloads) = (names, overloads);
}
