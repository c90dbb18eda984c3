using System.Globalization;
using System.Text;

namespace Benchmarks;

/// <summary>Files of any size, the same at every call.</summary>
internal static class GeneratedFiles
{
    private static readonly string[] Towns = ["Ulm", "Bonn", "Kiel", "Jena", "Hof", "Trier"];

    /// <summary>Fifteen numbers with gaps, a category, a date, and a class to be told by them.</summary>
    public static void Table(string path, int megabytes)
    {
        var random = new Random(7);
        using var file = new StreamWriter(path, append: false, Encoding.ASCII, 1 << 20);
        file.Write(string.Join(',', Enumerable.Range(1, 15).Select(i => $"x{i}")) + ",town,day,kind\n");
        var line = new StringBuilder();
        for (long written = 0; written < megabytes * 1_000_000L; written += line.Length)
        {
            line.Clear();
            double sum = 0;
            for (var i = 0; i < 15; i++)
            {
                var value = random.NextDouble();
                sum += value;
                if (random.Next(100) > 0) line.Append(CultureInfo.InvariantCulture, $"{value:F6}");
                line.Append(',');
            }
            line.Append(CultureInfo.InvariantCulture, $"{Towns[random.Next(Towns.Length)]},2024-{random.Next(1, 13):D2}-{random.Next(1, 29):D2},{(sum > 7.5 ? "high" : "low")}\n");
            file.Write(line);
        }
    }

    /// <summary>Sentences of some thousand words, the first ones much more often than the last.</summary>
    public static void Text(string path, int megabytes)
    {
        var random = new Random(7);
        string[] words = [.. Enumerable.Range(0, 20_000).Select(_ => string.Concat(Enumerable.Range(0, random.Next(2, 10)).Select(_ => (char)('a' + random.Next(26)))))];
        using var file = new StreamWriter(path, append: false, Encoding.ASCII, 1 << 20);
        for (long written = 0; written < megabytes * 1_000_000L;)
        {
            var word = words[(int)(words.Length * Math.Pow(random.NextDouble(), 4))];
            file.Write(word);
            file.Write(random.Next(12) == 0 ? ".\n" : " ");
            written += word.Length + 1;
        }
    }
}
