namespace Kiln.Notebooks.Tests.Live;

public class TerminalRunViewTests : Magics.MagicFixture
{
    [Fact]
    public async Task A_terminal_gets_a_line_for_each_epoch_and_the_notebook_the_final_result()
    {
        await Prepare();
        var terminal = new StringWriter();
        NotebookSession.Terminal = terminal;
        try
        {
            await Run("#!train net --epochs 2");
        }
        finally
        {
            NotebookSession.Terminal = null;
        }
        Assert.Matches(@"^run \w+: net on digits, 1,210 parameters, seed 0\nepoch 1/2  train loss .*\nepoch 2/2  train loss .*\n$", terminal.ToString().ReplaceLineEndings("\n"));
        Assert.Equal(2, Host.Displays.Count);
        Assert.Empty(Host.Updates);
        Assert.Contains("Best epoch 2 of 2", Host.Text);
    }
}
