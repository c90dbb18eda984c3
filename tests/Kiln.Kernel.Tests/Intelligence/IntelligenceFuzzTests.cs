using System.Text.Json.Nodes;

namespace Kiln.Kernel.Tests;

/// <summary>Whatever stands in a cell, wherever the cursor is: an answer, never an exception.</summary>
public class IntelligenceFuzzTests(PreparedSession session) : IClassFixture<PreparedSession>
{
    private const int Seed = 20261122;
    private static readonly bool IsSlow = Environment.GetEnvironmentVariable("KILN_SLOW_TESTS") == "1";

    [Fact]
    public void Beginnings_of_all_cells_are_answered()
    {
        var random = new Random(Seed);
        foreach (var cell in Cells().Where(_ => IsSlow || random.Next(4) == 0)) Ask(cell[..random.Next(cell.Length + 1)], random);
    }

    [Fact]
    public void Cells_with_stretches_cut_out_and_swapped_are_answered()
    {
        var random = new Random(Seed);
        var cells = Cells().Where(cell => cell.Length > 10).ToList();
        for (var i = 0; i < (IsSlow ? 500 : 25); i++)
        {
            var (first, second) = (cells[random.Next(cells.Count)], cells[random.Next(cells.Count)]);
            var cut = random.Next(first.Length);
            Ask(first[..cut] + second[random.Next(second.Length)..], random);
            Ask(first.Remove(random.Next(cut + 1), Math.Min(5, first.Length - cut)), random);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n\r\n")]
    [InlineData("\ud83d\ude00.")]
    [InlineData("\ud83d")]
    [InlineData("\0\0")]
    [InlineData("#")]
    [InlineData("#!")]
    [InlineData("#!\n#!\n")]
    [InlineData("#r \"")]
    [InlineData("#r \"nuget:")]
    [InlineData("#r \"nuget:,")]
    [InlineData("#load \"\0")]
    [InlineData("@")]
    [InlineData("@\"")]
    [InlineData("$\"{")]
    [InlineData("$\"{{{")]
    [InlineData("\"\"\"")]
    [InlineData("<summary>")]
    [InlineData("/// <see cref=\"")]
    [InlineData("((((((((((((((((((((((((")]
    [InlineData("[[[[[[[[")]
    [InlineData("a.b.c.d.e.f.g.h")]
    [InlineData("__kiln_cursor")]
    [InlineData("new new new")]
    [InlineData("=> => =>")]
    [InlineData("x?.y?[0]?.z")]
    [InlineData("async await async")]
    [InlineData("from from in from")]
    [InlineData("using static using")]
    [InlineData("case case")]
    [InlineData("operator +")]
    [InlineData("class { class { class {")]
    [InlineData("\u202e.ToString")]
    public void Odd_cells_are_answered_at_every_place(string cell)
    {
        for (var position = 0; position <= cell.Length; position++) AskAt(cell, position);
    }

    private void Ask(string cell, Random random)
    {
        AskAt(cell, cell.Length);
        AskAt(cell, random.Next(cell.Length + 1));
    }

    private void AskAt(string cell, int position)
    {
        var found = session.Intelligence.Complete(cell, position);
        Assert.InRange(found.Start, 0, position);
        Assert.InRange(found.End, position, cell.Length);
        session.Intelligence.Inspect(cell, position, detailed: true);
        session.Intelligence.IsComplete(cell[..position]);
    }

    private static IEnumerable<string> Cells()
    {
        var root = Root();
        var notebooks = Directory.EnumerateFiles(Path.Combine(root, "notebooks"), "*.ipynb", SearchOption.AllDirectories)
            .SelectMany(path => JsonNode.Parse(File.ReadAllText(path))!["cells"]!.AsArray())
            .Where(cell => (string?)cell!["cell_type"] == "code")
            .Select(cell => cell!["source"] is JsonArray lines ? string.Concat(lines.Select(line => (string?)line)) : (string?)cell["source"] ?? "");
        var sources = Directory.EnumerateFiles(Path.Combine(root, "tests", "Kiln.Kernel.Tests", "Intelligence"), "*.cs")
            .SelectMany(path => File.ReadAllText(path).Split("\n\n"));
        return notebooks.Concat(sources).Where(cell => cell.Length > 0).Order(StringComparer.Ordinal);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Notebook.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
