using System.Globalization;

namespace Kiln.Training;

/// <summary>One word of an augmentation with its settings: "rotate(10)".</summary>
/// <param name="Text">The word as typed.</param>
/// <param name="Place">Which of the words it is, from 1.</param>
internal sealed record AugmentationWord(string Text, int Place)
{
    public string Name => Text.Split('(', 2)[0].Trim();

    private string[] Settings => Text.Contains('(', StringComparison.Ordinal)
        ? Text[(Text.IndexOf('(', StringComparison.Ordinal) + 1)..^1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        : [];

    /// <summary>The words of a text; commas within brackets do not part them.</summary>
    /// <exception cref="DataException">A bracket is not closed.</exception>
    public static IReadOnlyList<AugmentationWord> Split(string text)
    {
        var words = new List<AugmentationWord>();
        int depth = 0, start = 0;
        for (int i = 0; i <= text.Length; i++)
        {
            char sign = i < text.Length ? text[i] : ',';
            depth += sign switch { '(' => 1, ')' => -1, _ => 0 };
            if (sign != ',' || (depth > 0 && i < text.Length)) continue;
            string word = text[start..i].Trim();
            if (word.Length > 0) words.Add(new AugmentationWord(word, words.Count + 1));
            start = i + 1;
        }
        foreach (AugmentationWord word in words)
            if (word.Text.Contains('(', StringComparison.Ordinal) != word.Text.EndsWith(')')) throw word.Wrong("its brackets do not match");
        return words;
    }

    /// <summary>The only setting as a number within bounds, or the default.</summary>
    public double Number(double least, double most, double @default, int at = 0)
    {
        string[] settings = Settings;
        if (settings.Length > at + 1) throw Wrong($"expected {at + 1} setting{(at == 0 ? "" : "s")}, got {settings.Length}");
        if (settings.Length <= at) return @default;
        return double.TryParse(settings[at], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= least && value <= most
            ? value
            : throw Wrong(string.Create(CultureInfo.InvariantCulture, $"expected a number from {least} to {most}, got '{settings[at]}'"));
    }

    /// <summary>The first setting as it is.</summary>
    public string First(string what) => Settings.Length > 0 ? Settings[0] : throw Wrong($"{what} is missing");

    public DataException Wrong(string what) => new($"Augmentation, word {Place}, '{Text}': {what}.{Example}");

    private string Example => Augmentations.Usages.FirstOrDefault(usage => usage.StartsWith(Name + "(", StringComparison.OrdinalIgnoreCase) || usage.StartsWith(Name + ":", StringComparison.OrdinalIgnoreCase)) is { } usage
        ? $" Write {usage}."
        : "";
}
