namespace Kiln.Kernel.Tests;

public sealed class TerminalViewTests : IDisposable
{
    private readonly StringWriter _output = new(), _progress = new();

    public void Dispose()
    {
        _output.Dispose();
        _progress.Dispose();
    }

    [Fact]
    public void What_cells_print_goes_to_the_output_and_all_about_them_to_the_progress()
    {
        var view = new TerminalView(_output, _progress, colours: false);
        view.Begin(2, 7, "var x = 1;");
        view.Stream("stdout", "printed");
        view.Stream("stderr", "warned\n");
        view.Value("42");
        view.End(TimeSpan.FromSeconds(1.25));
        Assert.Equal("printed42\n", _output.ToString());
        Assert.Equal("[2/7] var x = 1;\nwarned\n      1.3 s\n", _progress.ToString());
    }

    [Fact]
    public void A_line_that_a_cell_left_open_is_closed_before_the_next_thing()
    {
        var view = new TerminalView(_output, _progress, colours: false);
        view.Stream("stdout", "no end");
        view.End(TimeSpan.Zero);
        Assert.Equal("no end\n", _output.ToString());
    }

    [Fact]
    public void A_long_value_is_cut_and_a_long_first_line_too()
    {
        var view = new TerminalView(_output, _progress, colours: false);
        view.Begin(1, 1, new string('x', 500));
        view.Value(string.Join('\n', Enumerable.Range(1, 100)));
        Assert.Contains("… (80 more lines)", _output.ToString());
        Assert.True(_progress.ToString().Length < 100);
    }

    [Fact]
    public void Colours_are_left_out_where_nobody_sees_them()
    {
        var view = new TerminalView(_output, _progress, colours: false);
        view.Error(["\u001b[31mError\u001b[0m: no"]);
        Assert.Equal("Error: no\n", _progress.ToString());
    }
}
