namespace Kiln.Charts.Tests;

/// <summary>Holds an output against the file committed under snapshots/.</summary>
internal static class Snapshot
{
    private const string Variable = "KILN_UPDATE_SNAPSHOTS";

    /// <summary>Fails with the first differing line, or writes the file if the variable KILN_UPDATE_SNAPSHOTS is 1.</summary>
    public static void Matches(string file, string actual)
    {
        var path = Path.Combine(Repository.Root, "tests", "Kiln.Charts.Tests", "snapshots", file);
        if (Environment.GetEnvironmentVariable(Variable) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual + "\n");
            return;
        }
        var remedy = $"If the change is meant, look at it and run this test with {Variable}=1 to update the file.";
        Assert.True(File.Exists(path), $"snapshots/{file} does not exist. {remedy}");
        var expected = File.ReadAllText(path);
        if (expected != actual + "\n") Assert.Fail($"snapshots/{file} differs. {FirstDifference(expected, actual + "\n")} {remedy}");
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (wanted, got) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Min(wanted.Length, got.Length)).FirstOrDefault(i => wanted[i] != got[i], Math.Min(wanted.Length, got.Length));
        return $"Line {line + 1}: expected {Shown(wanted, line)}, got {Shown(got, line)}.";
    }

    private static string Shown(string[] lines, int line) =>
        line >= lines.Length ? "the end" : lines[line].Length <= 300 ? $"\"{lines[line]}\"" : $"\"{lines[line][..300]}…\"";
}
