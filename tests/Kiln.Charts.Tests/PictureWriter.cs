namespace Kiln.Charts.Tests;

/// <summary>Writes every sample as SVG and PNG under artifacts/, to be looked at.</summary>
public class PictureWriter
{
    [Fact]
    public void Every_sample_is_drawn_into_the_artifacts_to_be_looked_at()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "charts")).FullName;
        foreach (var (name, chart) in Samples.All)
        {
            File.WriteAllText(Path.Combine(folder, name + ".svg"), chart.ToSvg());
            File.WriteAllText(Path.Combine(folder, name + ".json"), chart.ToPlotlyJson());
            File.WriteAllText(Path.Combine(folder, name + ".txt"), chart.ToText());
            File.WriteAllBytes(Path.Combine(folder, name + ".png"), chart.ToPng());
        }
        Assert.NotEmpty(Directory.GetFiles(folder, "*.png"));
    }
}
