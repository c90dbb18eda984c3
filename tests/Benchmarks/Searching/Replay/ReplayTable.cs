using System.Globalization;
using System.IO.Compression;

namespace Benchmarks;

/// <summary>What <see cref="ReplayGenerator"/> wrote: trainings that can be searched again and again in no time.</summary>
internal sealed class ReplayTable
{
    public const int Epochs = 27, Seeds = 3;

    private const int Places = 6;

    private static readonly Lazy<ReplayTable> Table = new(Load);

    private readonly Dictionary<ReplayConfiguration, double[]> _curves;

    private ReplayTable(Dictionary<ReplayConfiguration, double[]> curves) => _curves = curves;

    /// <summary>The table in the repository.</summary>
    public static ReplayTable Stored => Table.Value;

    /// <summary>The greatest last accuracy of all.</summary>
    public double Best => _curves.Values.Max(curve => curve[^1]);

    /// <summary>Validation accuracy after each epoch (27), the mean of the seeds.</summary>
    public double[] this[ReplayConfiguration configuration] => _curves[configuration];

    private static ReplayTable Load()
    {
        using var file = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Searching", "Replay", "replay.csv.gz")), CompressionMode.Decompress));
        file.ReadLine();
        List<(ReplayConfiguration Configuration, double[] Curve)> rows = [];
        while (file.ReadLine() is { } line) rows.Add(Read(line.Split(',')));
        return new ReplayTable(rows.GroupBy(row => row.Configuration, row => row.Curve).ToDictionary(group => group.Key, Mean));
    }

    private static (ReplayConfiguration, double[]) Read(string[] cells)
    {
        var places = cells[..4].Select(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ToArray();
        return (new ReplayConfiguration(places[0], places[1], places[2], places[3], cells[4]), [.. cells[Places..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))]);
    }

    private static double[] Mean(IEnumerable<double[]> curves) => [.. Enumerable.Range(0, Epochs).Select(epoch => curves.Average(curve => curve[epoch]))];
}
