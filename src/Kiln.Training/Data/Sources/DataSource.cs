using System.Collections;
using System.Data;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>Where a data set comes from: a built-in one, files, or values of the session. It reads nothing before it is loaded.</summary>
/// <example><c>var houses = DataSets.Load(DataSource.Csv("houses.csv", target: "price"));</c></example>
public abstract class DataSource
{
    private protected DataSource()
    {
    }

    /// <summary>The name to show and record, such as "houses".</summary>
    public abstract string Name { get; }

    internal abstract RawExamples Read(ReadContext context);

    /// <summary>A built-in data set or generator.</summary>
    /// <param name="name">One of <see cref="DataSets.Names"/>; a generator takes its settings in brackets: "moons(n=500, noise=0.2)".</param>
    /// <exception cref="DataException">There is no such data set, or a setting is unknown.</exception>
    public static DataSource BuiltIn(string name) => BuiltInSources.Find(name);

    /// <summary>A file of separated values; separator, header and the type of every column are found out.</summary>
    /// <param name="path">The file; one that ends in .gz is decompressed.</param>
    /// <param name="target">Name of the column to predict; several with commas between them.</param>
    /// <param name="options">What to do where finding out is not enough; defaults as documented there.</param>
    public static DataSource Csv(string path, string target, TableOptions? options = null) => new CsvSource(path, target, options ?? new TableOptions());

    /// <summary>Pictures and classes in two files of the IDX format, as MNIST has them, gzipped or not.</summary>
    /// <param name="images">(N, H, W) or (N, C, H, W) bytes, or (N, D) bytes of a table.</param>
    /// <param name="labels">(N) bytes, the class of each.</param>
    /// <param name="testImages">Pictures of the test split; default: none, so that one is drawn.</param>
    /// <param name="testLabels">Their classes.</param>
    public static DataSource Idx(string images, string labels, string? testImages = null, string? testLabels = null) =>
        new IdxSource(images, labels, testImages, testLabels);

    /// <summary>A folder with one folder of pictures (PNG, JPEG, BMP, GIF) for each class; folders train and test above these are kept apart.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="options">Size, fit, colour; defaults as documented there.</param>
    public static DataSource Images(string folder, ImageOptions? options = null) => new ImageFolder(folder, options ?? new ImageOptions());

    /// <summary>A text file for a language model: characters or words.</summary>
    /// <param name="path">A file in UTF-8.</param>
    /// <param name="options">Words or characters, length of an example; defaults as documented there.</param>
    public static DataSource Text(string path, TextOptions? options = null) => new TextFile(path, options ?? new TextOptions());

    /// <summary>Rows of the session: records, anonymous objects, dictionaries. Properties become columns, as those of a CSV file.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="target">Name of the property to predict; several with commas between them.</param>
    /// <param name="options">As for <see cref="Csv"/>.</param>
    /// <param name="name">Name of the data set (default "data").</param>
    /// <remarks>A text is a sequence of letters, too: without a priority, an array of records and a name would also fit the method for two arrays.</remarks>
    [OverloadResolutionPriority(1)]
    public static DataSource From(IEnumerable rows, string target, TableOptions? options = null, string name = "data") =>
        new VariableSource(name, options, settings => TableExamples.Of(RecordTable.Of(name, rows, settings), target, settings));

    /// <inheritdoc cref="From(IEnumerable, string, TableOptions?, string)"/>
    public static DataSource From(DataTable rows, string target, TableOptions? options = null, string name = "data") =>
        new VariableSource(name, options, settings => TableExamples.Of(RecordTable.Of(name, rows, settings), target, settings));

    /// <summary>Tensors of the session.</summary>
    /// <param name="inputs">(N, *) numbers; bytes of shape (N, H, W) or (N, C, H, W) are pictures.</param>
    /// <param name="targets">(N) classes or numbers, or (N, M) numbers or labels of 0 and 1.</param>
    /// <param name="options">Task; by default whole numbers are classes.</param>
    /// <param name="name">Name of the data set (default "data").</param>
    public static DataSource From(Tensor inputs, Tensor targets, TableOptions? options = null, string name = "data") =>
        new VariableSource(name, options, settings => BlockExamples.Of(name, inputs, targets, settings));

    /// <summary>Arrays of the session: <c>double[,]</c>, <c>float[][]</c>, <c>byte[,,]</c> and the like.</summary>
    /// <param name="inputs">(N, *) numbers; bytes of shape (N, H, W) or (N, C, H, W) are pictures.</param>
    /// <param name="targets">(N) classes, numbers or texts, or (N, M) numbers or labels of 0 and 1.</param>
    /// <param name="options">Task; by default texts and a few whole numbers are classes.</param>
    /// <param name="name">Name of the data set (default "data").</param>
    public static DataSource From(Array inputs, IEnumerable targets, TableOptions? options = null, string name = "data") =>
        new VariableSource(name, options, settings => BlockExamples.Of(name, inputs, targets, settings));
}
