namespace Kiln.Training;

/// <summary>A built-in data set. Adding one is a class of its own and one line in <see cref="DataSets"/>.</summary>
internal interface IDataSource
{
    /// <summary>Name the user types, lower-kebab.</summary>
    string Name { get; }

    /// <summary>Reads everything into memory.</summary>
    RawExamples Read(DataFiles files, CancellationToken ct);
}
