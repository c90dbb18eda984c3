namespace Kiln.Notebooks.Tests.Bundles;

public class ReportTests
{
    [Fact]
    public void Options_in_a_hint_stay_on_one_line()
    {
        var report = new Report().Hint("Fewer epochs (--early-stop) or --weight-decay help; a -- b <i>.");
        Assert.Contains("(<span style=\"white-space:nowrap\">--early-stop</span>) or <span style=\"white-space:nowrap\">--weight-decay</span> help; a -- b &lt;i&gt;.", report.Html);
        Assert.Equal("Hint: Fewer epochs (--early-stop) or --weight-decay help; a -- b <i>.", report.Text);
    }
}
