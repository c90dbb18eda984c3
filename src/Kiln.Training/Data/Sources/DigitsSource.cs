namespace Kiln.Training;

/// <summary>
/// Handwritten digits of 8 x 8 pixels in 17 greys: the 1,797 examples of the test half of the UCI set
/// (Alpaydin and Kaynak, 1998) as scikit-learn ships them.
/// </summary>
internal sealed class DigitsSource : DataSource
{
    private const int Side = 8;
    private const int Rows = 1797;
    private const int White = 16;

    public override string Name => "digits";

    internal override RawExamples Read(ReadContext context)
    {
        string path = context.Files.Find(Name, "digits.csv.gz", TableSource.Folder, TableSource.Package);
        List<float[]> table = NumberTable.Read(path, Side * Side + 1, headerLines: 0, context.Cancel);
        TableSource.RequireRows(path, table.Count, Rows);
        return new RawExamples
        {
            Name = Name,
            Shape = [1, Side, Side],
            Pixels = [.. table.SelectMany((row, i) => PixelsOf(row, path, i + 1))],
            White = White,
            Targets = new ClassTargets(NumberTable.Labels(path, table), ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]),
        };
    }

    private static byte[] PixelsOf(float[] row, string path, int line)
    {
        int bad = Array.FindIndex(row, 0, Side * Side, grey => grey is < 0 or > White);
        return bad < 0
            ? Array.ConvertAll(row[..(Side * Side)], grey => (byte)grey)
            : throw DataFileText.Damaged(path, $"a grey of 0 to {White} in line {line}, column {bad + 1}", $"{(int)row[bad]}");
    }
}
