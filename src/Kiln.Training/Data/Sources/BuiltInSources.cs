namespace Kiln.Training;

/// <summary>The table of built-in data sets and generators: one line each.</summary>
internal static class BuiltInSources
{
    private static readonly DataSource[] Sets =
    [
        new DigitsSource(),
        MnistSource.Fashion,
        TableSource.Iris,
        MnistSource.Mnist,
        TableSource.Wine,
    ];

    /// <summary>Their names, data sets first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Sets.Select(source => source.Name), .. Generators.All.Select(generator => generator.Name)];

    /// <summary>Those that need no network on a machine with the packages of the README.</summary>
    public static IEnumerable<string> Offline => Names.Where(name => name != MnistSource.Mnist.Name);

    /// <exception cref="DataException">There is no such data set, or a generator's setting is wrong.</exception>
    public static DataSource Find(string name)
    {
        string plain = name.Split('(', 2)[0].Trim();
        if (Generators.Find(plain) is { } generator) return new SyntheticSource(generator, GeneratorSettings.Parse(generator, name));
        DataSource? source = Array.Find(Sets, set => set.Name.Equals(plain, StringComparison.OrdinalIgnoreCase));
        if (source is null) throw new DataException($"There is no built-in data set '{plain}'. {Suggestions.Hint(plain, Names)}");
        return name.Contains('(', StringComparison.Ordinal)
            ? throw new DataException($"Data '{plain}' takes no settings in brackets; generators do: {string.Join(", ", Generators.All.Select(kind => kind.Usage))}.")
            : source;
    }
}
