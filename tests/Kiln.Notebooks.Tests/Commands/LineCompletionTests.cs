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
}
