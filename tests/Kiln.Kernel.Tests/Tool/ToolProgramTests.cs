namespace Kiln.Kernel.Tests;

public class ToolProgramTests
{
    [Fact]
    public void The_version_is_one_line() => Assert.Equal($"{KilnVersion.Text}\n", ToolRunner.Succeed("--version"));

    [Theory]
    [InlineData("install")]
    [InlineData("uninstall")]
    [InlineData("run")]
    [InlineData("convert")]
    [InlineData("doctor")]
    public void Help_ends_in_examples_that_can_be_typed(string command)
    {
        var help = ToolRunner.Succeed(command, "-h");
        Assert.Contains("Usage:", help);
        Assert.Contains($"Examples:\n  kiln {command}", help);
    }

    [Fact]
    public void Help_of_the_program_names_every_command()
    {
        var help = ToolRunner.Succeed("-h");
        Assert.All(["install", "uninstall", "run", "convert", "worker", "doctor", "kernel"], command => Assert.Contains($"  {command}", help));
    }

    [Theory]
    [InlineData("there is no command instal. Did you mean install?", "instal")]
    [InlineData("there is no option --vrsion. Did you mean --version?", "--vrsion")]
    public void A_mistyped_word_is_answered_with_what_was_meant(string expected, params string[] line)
    {
        var error = ToolRunner.Refuse(line);
        Assert.Contains(expected, error);
        Assert.Contains("kiln -h", error);
    }

    [Fact]
    public void Without_a_command_it_says_what_there_is() => Assert.Contains("kiln -h", ToolRunner.Refuse());
}
