namespace Kiln.Training;

/// <summary>Loads data sets: reads, divides and scales them.</summary>
public static class DataSets
{
    /// <summary>The names of the built-in ones. All but mnist, which is downloaded once, work offline.</summary>
    public static IReadOnlyList<string> Names => BuiltInSources.Names;

    /// <summary>Loads a built-in data set.</summary>
    /// <param name="name">One of <see cref="Names"/>; a generator takes its settings in brackets: "moons(n=500, noise=0.2)".</param>
    /// <param name="options">Split, scaling, augmentation; null takes the defaults.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>The data set; the caller disposes it.</returns>
    /// <exception cref="DataException">Unknown name, files not installed or damaged, an impossible split; the message says what to do.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    /// <remarks>
    /// Files are looked for in <c>$KILN_DATA/NAME/</c> first, if that variable is set, then where the Debian package puts them:
    /// <c>digits</c>, <c>iris</c>, <c>wine</c> come with python3-sklearn, <c>fashion-mnist</c> with dataset-fashion-mnist.
    /// <c>mnist</c>, and <c>fashion-mnist</c> without that package, are downloaded into <c>~/.cache/kiln/data</c> and checked by SHA-256.
    /// </remarks>
    public static DataSet Load(string name, DataOptions? options = null, CancellationToken ct = default) =>
        Load(name, options, DataFiles.FromEnvironment(), ct);

    /// <summary>Loads data of any source.</summary>
    /// <param name="source">For example <c>DataSource.Csv("houses.csv", target: "price")</c>.</param>
    /// <param name="options">Split, scaling, augmentation; null takes the defaults.</param>
    /// <param name="ct">Stops the reading.</param>
    /// <returns>The data set; the caller disposes it.</returns>
    /// <exception cref="DataException">Something does not fit; the message names file, row and column, and says what to do.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="ct"/> was cancelled.</exception>
    public static DataSet Load(DataSource source, DataOptions? options = null, CancellationToken ct = default) =>
        Load(source, options, DataFiles.FromEnvironment(), ct);

    internal static DataSet Load(string name, DataOptions? options, DataFiles files, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Load(DataSource.BuiltIn(name), options, files, ct);
    }

    internal static DataSet Load(DataSource source, DataOptions? options, DataFiles files, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= new DataOptions();
        options.Check();
        RawExamples raw = source.Read(new ReadContext(files, options.Seed, ct) { Budget = ExampleStores.Budget(options) });
        // Of a long file, what was read lies dead in memory, and dividing millions of rows needs as much again.
        if (raw.IsStored) GC.Collect();
        return DataSet.Of(raw, options);
    }
}
