namespace Kiln.Training;

/// <summary>The built-in data sets; all work offline.</summary>
public static class DataSets
{
    private static readonly IDataSource[] Sources =
    [
        new DigitsSource(),
        new FashionMnistSource(),
        TableSource.Iris,
        TableSource.Wine,
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Sources.Select(source => source.Name)];

    /// <summary>Reads, divides and scales a built-in data set.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="options">Split and scaling; null takes the defaults.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>The data set; the caller disposes it.</returns>
    /// <exception cref="DataException">Unknown name, files not installed or damaged, an impossible split; the message says what to do.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    /// <remarks>
    /// Files are looked for in <c>$KILN_DATA/NAME/</c> first, if that variable is set, then where the Debian package puts them:
    /// <c>digits</c>, <c>iris</c>, <c>wine</c> come with python3-sklearn, <c>fashion-mnist</c> with dataset-fashion-mnist.
    /// </remarks>
    public static DataSet Load(string name, DataOptions? options = null, CancellationToken ct = default) =>
        Load(name, options, DataFiles.FromEnvironment(), ct);

    internal static DataSet Load(string name, DataOptions? options, DataFiles files, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(name);
        IDataSource source = Array.Find(Sources, s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new DataException($"There is no built-in data set '{name}'. {Suggestions.Hint(name, Names)}");
        SplitShares.Parse((options ?? new DataOptions()).Split);
        return DataSet.Of(source.Read(files, ct), options);
    }
}
