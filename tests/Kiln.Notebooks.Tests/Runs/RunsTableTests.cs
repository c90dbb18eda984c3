using System.Collections.Immutable;
using Kiln.Runs;

namespace Kiln.Notebooks.Tests.Runs;

/// <summary>A list of runs on a narrow page.</summary>
public sealed class RunsTableTests
{
    [Fact]
    public void A_narrow_page_scrolls_the_table_and_shows_the_whole_name_at_the_pointer()
    {
        var html = RunsTable.Of([Run(17)]).Html;
        Assert.Contains("overflow-x:auto", html);
        Assert.Contains("title=\"lenet (lenet-tpe-on-fashion-mnist-with-dropout-trial-000017)\"", html);
        Assert.Contains(">lenet (lenet-tpe-on…ropout-trial-000017)<", html);
    }

    [Fact]
    public void A_run_of_another_program_has_its_name_alone() =>
        Assert.Contains("exp/one", RunsTable.Of([Run(1) with { ModelName = "", Name = "exp/one" }]).Text.Split('\n')[1].Split("  "));

    private static RunRecord Run(int trial) => new()
    {
        Id = FormattableString.Invariant($"0t7cqt{trial:00}"),
        Name = FormattableString.Invariant($"lenet-tpe-on-fashion-mnist-with-dropout-trial-{trial:000000}"),
        ModelName = "lenet",
        DataName = "fashion-mnist",
        Status = RunStatus.Finished,
        Study = "s",
        Trial = trial,
        Parameters = ImmutableSortedDictionary<string, string>.Empty.Add("dropout", "0.25").Add("hidden", "128").Add("lr", "0.00123456789").Add("weight_decay", "0.0001"),
        Tags = trial % 2 == 0 ? ["good"] : [],
        Metrics = ImmutableSortedDictionary<string, double>.Empty.Add("val_loss", 0.3 + trial / 100.0).Add("val_accuracy", 0.9).Add("test_accuracy", 0.89),
        BestEpoch = 3,
        CreatedAt = new DateTimeOffset(2026, 11, 22, 12, trial, 0, TimeSpan.Zero),
    };
}
