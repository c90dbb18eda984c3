namespace Kiln.Training;

/// <summary>A small table of measurements that comes with scikit-learn: features in columns, the class last.</summary>
internal sealed class TableSource(string name, string fileName, int features, int rows, string[] classNames) : IDataSource
{
    public const string Folder = "/usr/lib/python3/dist-packages/sklearn/datasets/data";
    public const string Package = "python3-sklearn";

    public string Name => name;

    /// <summary>Fisher's iris (1936): 150 flowers, 4 lengths in cm, 3 species.</summary>
    public static TableSource Iris { get; } = new("iris", "iris.csv", 4, 150, ["setosa", "versicolor", "virginica"]);

    /// <summary>Wine recognition (Forina and others, 1988): 178 wines, 13 measurements, 3 growers.</summary>
    public static TableSource Wine { get; } = new("wine", "wine_data.csv", 13, 178, ["class_0", "class_1", "class_2"]);

    public RawExamples Read(DataFiles files, CancellationToken ct)
    {
        string path = files.Find(name, fileName, Folder, Package);
        List<float[]> table = NumberTable.Read(path, features + 1, headerLines: 1, ct);
        RequireRows(path, table.Count, rows);
        return new RawExamples
        {
            Name = name,
            Shape = [features],
            Features = [.. table.SelectMany(row => row[..features])],
            Targets = new ClassTargets(NumberTable.Labels(path, table), classNames),
        };
    }

    public static void RequireRows(string path, int got, int expected)
    {
        if (got != expected)
            throw DataFileText.Damaged(path, $"{expected} rows", $"{got}");
    }
}
