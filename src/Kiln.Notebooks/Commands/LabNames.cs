namespace Kiln.Notebooks;

/// <summary>The names of this process's lab.</summary>
internal sealed class LabNames : INames
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Of(NameKind kind) => [];
}
