using System.Globalization;
using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>Finds out from a line of <c>#!data</c> where the data come from.</summary>
internal static class MagicSource
{
    private static readonly string[] Kinds = ["csv", "idx", "images", "text", "from"];

    /// <summary>What the options call the source: its kind, or generators for all that has a name of its own.</summary>
    public static string UseOf(string name) => Kinds.FirstOrDefault(kind => kind.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? "generators";

    /// <summary>The variable that the data are in; empty where they are in a file or built in.</summary>
    public static IReadOnlyList<string> VariableOf(DataMagicOptions options) => UseOf(options.Name) == "from" ? [.. options.Paths.Take(1)] : [];

    /// <exception cref="MagicException">A path is missing or there is one too many.</exception>
    /// <exception cref="DataException">There is no such built-in data set or variable.</exception>
    public static DataSource Of(DataMagicOptions options, INotebookHost host) => options.Name.ToLowerInvariant() switch
    {
        "csv" => DataSource.Csv(Path(options, "csv houses.csv --target price"), options.Target, Table(options)),
        "images" => DataSource.Images(Path(options, "images pets/"), new ImageOptions { Size = Size(options.Size), Fit = options.Fit, Color = options.Color }),
        "text" => DataSource.Text(Path(options, "text book.txt"), new TextOptions
        {
            Words = options.Words,
            Length = options.Length,
            Stride = options.Stride,
            Vocabulary = options.Vocabulary,
        }),
        "idx" => Idx(options),
        "from" => VariableData.Source(Path(options, "from rows --target price"), options.Target, Table(options), host),
        _ => BuiltIn(options),
    };

    private static DataSource Idx(DataMagicOptions options) => options.Paths.Length is 2 or 4
        ? DataSource.Idx(options.Paths[0], options.Paths[1], options.Paths.ElementAtOrDefault(2), options.Paths.ElementAtOrDefault(3))
        : throw new MagicException($"#!data idx: expected 2 files (images, labels) or 4 (and those of the test split), got {options.Paths.Length}. For example: #!data idx images.gz labels.gz");

    private static DataSource BuiltIn(DataMagicOptions options)
    {
        // The settings of a generator may have blanks in them: moons(n=500, noise=0.2).
        var name = string.Join(' ', [options.Name, .. options.Paths]);
        if (!name.Contains('(', StringComparison.Ordinal) && options.Paths.Length > 0)
            throw new MagicException($"#!data {options.Name}: \"{options.Paths[0]}\" is one word too many.{Nearest.Hint(options.Name, Kinds)} A file or variable needs its kind before it: {string.Join(", ", Kinds)}.");
        if (name.IndexOf('.') > 0 && !name.Contains('(', StringComparison.Ordinal))
            throw new MagicException($"#!data {name}: there is no built-in data set of that name, and a file needs its kind before it. For example: {(name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) ? $"#!data text {name}" : $"#!data csv {name} --target COLUMN")}");
        if (options.Noise is not { } noise) return DataSource.BuiltIn(name);
        var open = name.IndexOf('(', StringComparison.Ordinal);
        var setting = string.Create(CultureInfo.InvariantCulture, $"noise={noise}");
        return DataSource.BuiltIn(open < 0 ? $"{name}({setting})" : $"{name[..(open + 1)]}{setting}, {name[(open + 1)..]}");
    }

    private static string Path(DataMagicOptions options, string example) => options.Paths.Length switch
    {
        1 => options.Paths[0],
        0 => throw new MagicException($"#!data {options.Name}: what is to be loaded is missing. For example: #!data {example}"),
        _ => throw new MagicException($"#!data {options.Name}: \"{options.Paths[1]}\" is one word too many. A path with blanks needs quotes."),
    };

    private static TableOptions Table(DataMagicOptions options) => new()
    {
        Task = options.Task,
        Drop = DataMagicOptions.List(options.Drop),
        Categories = DataMagicOptions.List(options.Categories),
        MaxCategories = options.MaxCategories,
        Text = options.Text,
        Length = options.Length,
        Separator = Separator(options.Separator),
        Header = options.Header switch { "yes" => true, "no" => false, _ => null },
    };

    private static char? Separator(string? text) => text switch
    {
        null => null,
        "tab" or "\\t" => '\t',
        { Length: 1 } when text[0] < 128 => text[0],
        _ => throw new MagicException($"#!data --separator: expected one sign such as , or ; or the word tab, got \"{text}\"."),
    };

    private static (int Height, int Width)? Size(string? text)
    {
        if (text is null) return null;
        string[] sides = text.Split('x', '×');
        return sides.Length is 1 or 2 && int.TryParse(sides[0], NumberStyles.None, CultureInfo.InvariantCulture, out var height)
            && int.TryParse(sides[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var width)
            ? (height, width)
            : throw new MagicException($"#!data --size: expected height and width such as 64x64, got \"{text}\".");
    }
}
