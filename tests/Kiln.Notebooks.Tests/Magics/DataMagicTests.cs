namespace Kiln.Notebooks.Tests.Magics;

public class DataMagicTests : MagicFixture
{
    [Fact]
    public async Task A_data_set_is_shown_with_its_classes_and_a_sample_sheet()
    {
        await Run("#!data digits");
        Assert.Equal(2, Host.Displays.Count);
        Assert.Contains("digits: 1,797 pictures of 8 × 8 pixels, grey, 10 classes", Host.Text);
        Assert.Contains("class  train  validation  test", Host.Text);
        Assert.Contains("data:image/svg+xml;base64,", Host.Displays[1].Bundle.Data[MimeBundle.Html]);
    }

    [Fact]
    public async Task The_alias_is_the_name_that_later_commands_use()
    {
        await Run("#!data digits --as few --limit 100 --normalize none");
        Assert.True(LabWorkspace.Current.Data.TryGet("few", out var data));
        Assert.Equal(100, data.Train.Count + data.Validation.Count + data.Test.Count);
        Assert.False(data.Options.Normalize);
        Assert.Contains("few: 100 pictures", Host.Text);
    }

    [Fact]
    public async Task Tables_have_no_sample_sheet()
    {
        await Run("#!data iris");
        Assert.Contains("iris: 150 examples of 4 numbers each, 3 classes", Host.Text);
        Assert.Single(Host.Displays);
    }

    [Theory]
    [InlineData("#!data digit", "Did you mean 'digits'?")]
    [InlineData("#!data digits --split 50/50", "50/50")]
    [InlineData("#!data digits --limit 0", "0")]
    [InlineData("#!data", "#!data: NAME is missing (a built-in data set). For example: #!data fashion-mnist")]
    public async Task A_mistake_is_told_in_one_message(string line, string part) => Assert.Contains(part, await Refusal(line));
}
