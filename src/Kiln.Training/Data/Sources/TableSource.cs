namespace Kiln.Training;

/// <summary>A small table of measurements that comes with scikit-learn: features in columns, the class last.</summary>
internal sealed class TableSource(string name, string fileName, int rows, string[] columns, string[] classNames) : DataSource
{
    public const string Folder = "/usr/lib/python3/dist-packages/sklearn/datasets/data";
    public const string Package = "python3-sklearn";

    public override string Name => name;

    /// <summary>Fisher's iris (1936): 150 flowers, 4 lengths in cm, 3 species.</summary>
    public static TableSource Iris { get; } = new("iris", "iris.csv", 150,
        ["sepal length", "sepal width", "petal length", "petal width"], ["setosa", "versicolor", "virginica"]);

    /// <summary>Wine recognition (Forina and others, 1988): 178 wines, 13 measurements, 3 growers.</summary>
    public static TableSource Wine { get; } = new("wine", "wine_data.csv", 178,
        ["alcohol", "malic acid", "ash", "alcalinity of ash", "magnesium", "total phenols", "flavanoids", "nonflavanoid phenols",
            "proanthocyanins", "color intensity", "hue", "od280/od315", "proline"], ["class_0", "class_1", "class_2"]);

    internal override RawExamples Read(ReadContext context)
    {
        string path = context.Files.Find(name, fileName, Folder, Package);
        List<float[]> table = NumberTable.Read(path, columns.Length + 1, headerLines: 1, context.Cancel);
        RequireRows(path, table.Count, rows);
        return new RawExamples
        {
            Name = name,
            Shape = [columns.Length],
            Features = [.. table.SelectMany(row => row[..columns.Length])],
            ColumnNames = columns,
            Targets = new ClassTargets(NumberTable.Labels(path, table), classNames),
        };
    }

    public static void RequireRows(string path, int got, int expected)
    {
        if (got != expected)
            throw DataFileText.Damaged(path, $"{expected} rows", $"{got}");
    }
}
