namespace Kiln.Notebooks;

/// <summary>The names that options may take, as they are now.</summary>
internal interface INames
{
    /// <summary>All names of a kind; must be quick and must not fail.</summary>
    IReadOnlyList<string> Of(NameKind kind);
}
