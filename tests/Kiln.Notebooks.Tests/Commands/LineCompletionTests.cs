namespace Kiln.Notebooks.Tests.Commands;

public class LineCompletionTests
{
    private readonly KnobsTable _table = new();

    [Theory]
    [InlineData("#!|", "#!knobs #!body")]
    [InlineData("#!kn|", "#!knobs")]
    [InlineData("#!knobs l|", "lenet linear")]
    [InlineData("#!knobs lenet m|", "mlp")]
    [InlineData("#!knobs lenet --ma|", "--max-time")]
    [InlineData("#!knobs lenet --epochs 3 --ep|", "")]
    [InlineData("#!knobs lenet --optimizer |", "adam sgd")]
    [InlineData("#!knobs lenet --optimizer=s|", "sgd")]
    [InlineData("#!knobs lenet --data |", "digits fashion-mnist")]
    [InlineData("#!knobs lenet --sets |", "digits fashion-mnist")]
    [InlineData("#!knobs lenet --sets digits,|", "fashion-mnist")]
    [InlineData("#!knobs lenet --sets=digits,fa|", "fashion-mnist")]
    [InlineData("#!knobs lenet --epochs |", "")]
    [InlineData("#!knobs lenet // --|", "")]
    [InlineData("#!unknown --|", "")]
    public void The_word_under_the_cursor_is_completed(string lineWithCursor, string expected)
    {
        var position = lineWithCursor.IndexOf('|');
        var found = _table.Table.Complete(lineWithCursor.Remove(position, 1), position);
        Assert.Equal(expected, string.Join(' ', found.Select(completion => completion.Text)));
    }

    [Fact]
    public void A_blank_after_the_name_offers_names_before_options()
    {
        var found = _table.Table.Complete("#!knobs ", 8).Select(completion => completion.Text).ToList();
        Assert.Equal(["lenet", "linear", "mlp", "--epochs"], found.Take(4));
    }

    [Fact]
    public void The_whole_word_is_replaced_also_behind_the_cursor()
    {
        var found = Assert.Single(_table.Table.Complete("#!knobs lenet --maxx 3", 17));
        Assert.Equal(new MagicCompletion("--max-time", 14, 20, "option", "longest time it may take (default: no limit)"), found);
    }

    [Fact]
    public void Of_a_value_after_an_equals_sign_only_the_value_is_replaced() =>
        Assert.Equal((20, 22), _table.Table.Complete("#!knobs lenet --data=di", 23) is [var only] ? (only.Start - 1, only.End - 1) : default);

    [Fact]
    public void An_option_that_takes_a_file_proposes_files_of_its_endings_and_folders()
    {
        var folder = Directory.CreateTempSubdirectory("kiln-paths-").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "inner"));
        foreach (var name in new[] { "init.knobs", "into.txt", "other.knobs" }) File.WriteAllText(Path.Combine(folder, name), "");
        var line = $"#!knobs lenet --settings {folder}/in";
        Assert.Equal([$"{folder}/init.knobs", $"{folder}/inner/"], _table.Table.Complete(line, line.Length).Select(found => found.Text));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void In_an_opened_quote_the_path_is_replaced_and_the_quote_stays()
    {
        var folder = Directory.CreateTempSubdirectory("kiln-paths-").FullName;
        File.WriteAllText(Path.Combine(folder, "a b.knobs"), "");
        var line = $"#!knobs lenet --settings \"{folder}/a b\" --x";
        var found = Assert.Single(_table.Table.Complete(line, line.IndexOf(" b", StringComparison.Ordinal)));
        Assert.Equal((folder + "/a b.knobs", 26, line.IndexOf("\" --x", StringComparison.Ordinal)), (found.Text, found.Start, found.End));
        Directory.Delete(folder, recursive: true);
    }
}
