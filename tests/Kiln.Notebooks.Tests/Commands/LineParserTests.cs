namespace Kiln.Notebooks.Tests.Commands;

public class LineParserTests
{
    private readonly KnobsTable _table = new();

    [Fact]
    public async Task Options_left_out_keep_the_defaults_of_the_record() =>
        Assert.Equal(new KnobsOptions { Model = "lenet" }.ToString(), (await _table.Fill("#!knobs lenet")).ToString());

    [Theory]
    [InlineData("#!knobs lenet --lr 1e-2")]
    [InlineData("#!knobs lenet --lr=1e-2")]
    [InlineData("#!knobs --lr=.01 lenet")]
    public async Task A_value_may_follow_a_blank_or_an_equals_sign(string line) =>
        Assert.Equal(0.01, (await _table.Fill(line)).Lr);

    [Fact]
    public async Task Quotes_keep_blanks_and_are_not_part_of_the_value()
    {
        Assert.Equal("lr=log(1e-4,1e-1) width={32, 64}", (await _table.Fill("#!knobs lenet --space \"lr=log(1e-4,1e-1) width={32, 64}\"")).Space);
        Assert.Equal("lr=0..1 x=0..1", (await _table.Fill("#!knobs lenet --space='lr=0..1 x=0..1'")).Space);
    }

    [Fact]
    public async Task A_comment_ends_the_line() =>
        Assert.Equal(3, (await _table.Fill("#!knobs lenet --epochs 3   // --epochs 9")).Epochs);

    [Fact]
    public async Task A_quoted_double_slash_is_no_comment() =>
        Assert.Equal("// all", (await _table.Fill("#!knobs lenet --space \"// all\"")).Space);

    [Fact]
    public async Task Further_arguments_go_to_the_argument_that_takes_many() =>
        Assert.Equal(["b", "c", "b"], (await _table.Fill("#!knobs a b c b")).More);

    [Fact]
    public async Task An_option_that_takes_many_is_given_many_times() =>
        Assert.Equal(["x", "y"], (await _table.Fill("#!knobs a --tag x --tag=y")).Tag);

    [Fact]
    public async Task A_flag_takes_no_value_so_the_next_word_is_an_argument()
    {
        var options = await _table.Fill("#!knobs --resume lenet");
        Assert.True(options.Resume);
        Assert.Equal("lenet", options.Model);
    }

    [Theory]
    [InlineData("90s", 90)]
    [InlineData("90", 90)]
    [InlineData("1.5m", 90)]
    [InlineData("00:01:30", 90)]
    [InlineData("2h", 7200)]
    public async Task Times_are_read_with_their_unit(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), (await _table.Fill($"#!knobs lenet --max-time {text}")).MaxTime);

    [Fact]
    public async Task A_negative_number_is_a_value_not_an_option() =>
        Assert.Equal(-2, (await _table.Fill("#!knobs lenet --epochs -2")).Epochs);

    [Fact]
    public async Task A_word_with_an_at_sign_is_not_read_as_a_file() =>
        Assert.Equal("@best", (await _table.Fill("#!knobs @best")).Model);

    [Theory]
    [InlineData("#!knobs lenet --epoch 3", "#!knobs has no option --epoch. Did you mean --epochs? Type #!knobs -h to see all options.")]
    [InlineData("#!knobs lenet --optimiser=sgd", "#!knobs has no option --optimiser. Did you mean --optimizer? Type #!knobs -h to see all options.")]
    [InlineData("#!knobs lenet --zzz", "#!knobs has no option --zzz. Type #!knobs -h to see all options.")]
    [InlineData("#!knobs lenet --optimizer adma", "#!knobs --optimizer: expected one of adam, sgd, got \"adma\". Did you mean adam?")]
    [InlineData("#!knobs lenet --epochs ten", "#!knobs --epochs: expected a whole number such as 5, got \"ten\".")]
    [InlineData("#!knobs lenet --lr fast", "#!knobs --lr: expected a number such as 0.001 or 1e-3, got \"fast\".")]
    [InlineData("#!knobs lenet --lr nan", "#!knobs --lr: expected a number such as 0.001 or 1e-3, got \"nan\".")]
    [InlineData("#!knobs lenet --max-time soon", "#!knobs --max-time: expected a time such as 90s, 5m or 2h, got \"soon\".")]
    [InlineData("#!knobs lenet --epochs", "#!knobs --epochs N: the value is missing.")]
    [InlineData("#!knobs lenet --epochs 1 --epochs 2", "#!knobs --epochs is given 2 times (1, 2). Give it once.")]
    [InlineData("#!knobs --epochs 1", "#!knobs: MODEL is missing (the model). For example: #!knobs lenet --epochs 3")]
    [InlineData("#!knobs lenet --space \"lr=1", "#!knobs: a quote is opened at lr=1 but never closed. Add the closing quote.")]
    [InlineData("#!body now", "#!body: \"now\" is one word too many. It takes none.")]
    [InlineData("#!knob lenet", "There is no magic #!knob. Did you mean #!knobs? Type #!lsmagic to see them all.")]
    [InlineData("#!", "There is no magic #!. Type #!lsmagic to see them all.")]
    public async Task A_wrong_line_is_refused_with_one_sentence_and_the_remedy(string line, string message) =>
        Assert.Equal(message, await _table.Refusal(line));

    [Fact]
    public async Task The_parameter_name_of_an_argument_exception_is_not_shown()
    {
        _table.Knobs.Then = () => throw new ArgumentOutOfRangeException("batch", "expected at least 1, got 0.");
        Assert.Equal("#!knobs: expected at least 1, got 0.", await _table.Refusal("#!knobs lenet"));
    }

    [Fact]
    public async Task An_error_of_our_own_keeps_its_type_and_stack()
    {
        _table.Knobs.Then = () => throw new InvalidOperationException("broken");
        await Assert.ThrowsAsync<InvalidOperationException>(() => _table.Fill("#!knobs lenet"));
    }
}
