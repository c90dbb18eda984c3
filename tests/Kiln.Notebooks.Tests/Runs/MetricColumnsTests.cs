using System.Collections.Immutable;
using Kiln.Runs;

namespace Kiln.Notebooks.Tests;

public class MetricColumnsTests
{
    [Fact]
    public void Losses_come_first_then_each_metric_then_the_parts_of_a_loss() => Assert.Equal(
        ["train loss", "val loss", "train rmse", "val rmse", "val mae", "train critic"],
        MetricColumns.Of([Epoch("val_mae", "train_critic", "lr", "val_loss", "train_rmse", "train_loss", "examples_per_second", "val_rmse")]).Select(column => column.Title));

    [Fact]
    public void A_run_is_judged_by_the_metric_it_was_asked_for_first()
    {
        Assert.Equal("f1", MetricColumns.Judge(Run("""{"Metrics":"f1,accuracy"}"""), ["val_loss", "val_accuracy", "val_f1"]));
        Assert.Equal("accuracy", MetricColumns.Judge(Run("{}"), ["val_loss", "val_accuracy"]));
        Assert.Equal("loss", MetricColumns.Judge(Run("{}"), ["val_loss"]));
    }

    private static EpochRecord Epoch(params string[] names) =>
        new(1, TimeSpan.Zero, names.ToImmutableSortedDictionary(name => name, _ => 1.0), false, false);

    private static RunRecord Run(string options) => new()
    {
        Id = "a",
        Name = "a",
        Status = RunStatus.Finished,
        ModelName = "m",
        ModelSource = "",
        ModelHash = "",
        DataName = "d",
        DataFingerprint = "",
        OptionsJson = options,
        Seed = 0,
        VersionsJson = "{}",
    };
}
