using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Did you mean: for words that start with signs which say nothing about how alike they are.</summary>
internal static class Nearest
{
    /// <summary>A sentence with a blank before it, or nothing where no word is near.</summary>
    public static string Hint(string typed, IEnumerable<string> known)
    {
        var words = known.ToLookup(Bare);
        return Suggestions.Nearest(Bare(typed), words.Select(word => word.Key)) is { } nearest ? $" Did you mean {words[nearest].First()}?" : "";
    }

    private static string Bare(string word) => word.TrimStart('#', '!', '-');
}
