using Kiln.Training;

namespace Kiln.Tests;

public class TrialSettingsTests
{
    private readonly TrialSettings _settings = new(new TrainOptions { Epochs = 3 }, ["width"]);

    [Fact]
    public void Parameters_are_sorted_into_options_and_hyperparameters()
    {
        var (options, hyperparameters) = _settings.Of(new Dictionary<string, string> { ["lr"] = "0.01", ["batch"] = "32", ["width"] = "48" });
        Assert.Equal(0.01, options.Lr);
        Assert.Equal(32, options.Batch);
        Assert.Equal(3, options.Epochs);
        Assert.Equal("48", Assert.Single(hyperparameters).Value);
    }

    [Fact]
    public void A_name_that_nobody_knows_is_refused_with_what_is_known()
    {
        var problem = Assert.Throws<LabException>(() => _settings.Check(["widht"], "mlp"));
        Assert.Contains("Did you mean 'width'?", problem.Message);
    }
}
