namespace Kiln.Kernel;

/// <summary>A public type of a referenced assembly.</summary>
/// <param name="Namespace">Its namespace, or empty.</param>
/// <param name="Name">Its name without type parameters.</param>
/// <param name="Parameters">Its type parameters in angle brackets, or empty.</param>
/// <param name="Kind">The word for it: <c>class</c>, <c>struct</c>, <c>interface</c>, <c>enum</c>, <c>delegate</c>.</param>
internal sealed record TypeEntry(string Namespace, string Name, string Parameters, string Kind)
{
    /// <summary>Whether an object of it can be made with <c>new</c>.</summary>
    public bool CanBeMade { get; init; }

    public bool IsObsolete { get; init; }

    public bool IsAttribute => Name.Length > nameof(Attribute).Length && Name.EndsWith(nameof(Attribute), StringComparison.Ordinal);

    public bool IsException => Name.EndsWith(nameof(Exception), StringComparison.Ordinal);

    public string FullName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";

    public string Description => $"{Kind} {FullName}{Parameters}";
}
