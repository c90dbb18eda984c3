namespace Kiln.Notebooks.Tests.Commands;

public class HelpTextTests
{
    private readonly KnobsTable _table = new();

    private const string KnobsHelp = """
        #!knobs MODEL [MORE …] [options]
        Turns knobs.

          MODEL                          the model
          MORE …                         further models
          --epochs N                     passes over the data (default: 5)
          --lr X                         learning rate (default: 0.001)
          --optimizer adam|sgd           rule that changes the weights (default: adam)
          --max-time TIME                longest time it may take (default: no limit)
          --space SPACE                  what is searched
          --data NAME                    data set
          --sets A,B                     data sets
          --tag TEXT                     label; may be given several times
          --resume                       go on where it stopped
          --settings FILE                settings to start from

        For example
          #!knobs lenet --epochs 3
        """;

    [Theory]
    [InlineData("#!knobs -h")]
    [InlineData("#!knobs lenet --epochs 3 --help")]
    public async Task Help_is_shown_instead_of_running(string line)
    {
        await _table.Table.RunAsync(new MagicPart(line, "", 1), _table.Host);
        Assert.Null(_table.Knobs.Given);
        Assert.Equal(KnobsHelp, _table.Host.Text);
    }

    [Fact]
    public void The_magic_under_the_cursor_is_described_by_its_help() =>
        Assert.Equal(KnobsHelp, _table.Table.Describe("#!knobs lenet", 4));

    [Fact]
    public void The_option_under_the_cursor_is_described_alone() =>
        Assert.Equal("#!knobs --epochs N                     passes over the data (default: 5)", _table.Table.Describe("#!knobs lenet --epochs=3", 17));

    [Theory]
    [MemberData(nameof(Registries))]
    public void Words_that_a_registry_has_are_those_that_help_lists_and_completion_proposes(string magic, string option, string[] names)
    {
        var declared = CommandTable.Default.Find(magic)!.Options.Single(one => one.Name == option);
        Assert.Equal(names, declared.Values);
        Assert.All(names, name => Assert.Contains(name, declared.IsArgument ? declared.Description : HelpText.Of(declared)));
    }

    public static TheoryData<string, string, string[]> Registries => new()
    {
        { "#!search", "--pruner", [.. Search.Pruners.Names, "none"] },
        { "#!search", "--charts", [.. StudyCharts.Names, "all", "none"] },
        { "#!search", "--optimizer", [.. Training.Optimizers.Names] },
        { "#!train", "--optimizer", [.. Training.Optimizers.Names] },
        { "#!compare", "--optimizer", [.. Training.Optimizers.Names] },
        { "#!lr-find", "--optimizer", [.. Training.Optimizers.Names] },
        { "#!train", "--loss", [.. Training.Losses.Names] },
        { "#!train", "--task", [.. Training.LearningTasks.Names] },
        { "#!runs", "ACTION", [.. RunsMagic.Names] },
    };

    [Fact]
    public void Schedules_and_augmentations_are_listed_as_they_are_written()
    {
        Assert.Contains("none, step(EPOCHS, FACTOR), exponential(FACTOR)", CommandTable.Default.Find("#!train")!.Help);
        Assert.All(Training.Schedules.Forms, form => Assert.Contains(form, CommandTable.Default.Find("#!train")!.Help));
        Assert.All(Training.Augmentations.Names, name => Assert.Contains(name, CommandTable.Default.Find("#!data")!.Help));
    }

    [Fact]
    public void An_unknown_magic_has_no_description() =>
        Assert.Null(_table.Table.Describe("#!nothing", 3));

    [Fact]
    public void Every_magic_of_the_table_has_help_with_an_example_or_no_options()
    {
        foreach (var command in CommandTable.Default.Commands)
        {
            Assert.StartsWith("#!", command.Name);
            Assert.True(command.Options.Count == 0 || command.Examples.Count > 0, $"{command.Name} has options but no example.");
            Assert.All(command.Options, option => Assert.False(option.Description.EndsWith('.'), $"{command.Name} {option.Name}: no full stop."));
            Assert.Contains(command.Name, command.Help);
        }
    }
}
