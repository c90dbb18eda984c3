using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Did you mean: the known word that a mistyped one is nearest to.</summary>
public static class Nearest
{
    /// <summary>A sentence with a blank before it, or nothing where no word is near.</summary>
    public static string Hint(string typed, IEnumerable<string> known) =>
        Suggestions.Nearest(typed, known) is { } word ? $" Did you mean {word}?" : "";
}
