namespace Kiln.Training.Tests.Data;

public class SplitterTests
{
    [Fact]
    public void Every_example_goes_to_exactly_one_split()
    {
        Splitter.Parts parts = Splitter.Split(Raw(1000), new DataOptions());
        Assert.Equal((800, 100, 100), (parts.Train.Length, parts.Validation.Length, parts.Test.Length));
        Assert.Equal(Enumerable.Range(0, 1000).Select(i => (long)i), parts.Train.Concat(parts.Validation).Concat(parts.Test).Order());
    }

    [Fact]
    public void An_official_test_split_is_kept_and_validation_comes_from_train()
    {
        Splitter.Parts parts = Splitter.Split(Raw(1000, testStart: 900), new DataOptions());
        Assert.Equal(Enumerable.Range(900, 100).Select(i => (long)i), parts.Test);
        Assert.Equal((810, 90), (parts.Train.Length, parts.Validation.Length));
        Assert.DoesNotContain(parts.Train, i => i >= 900);
    }

    [Fact]
    public void The_seed_decides_the_split()
    {
        RawExamples raw = Raw(100);
        Assert.Equal(Splitter.Split(raw, new DataOptions { Seed = 1 }).Train, Splitter.Split(raw, new DataOptions { Seed = 1 }).Train);
        Assert.NotEqual(Splitter.Split(raw, new DataOptions { Seed = 1 }).Train, Splitter.Split(raw, new DataOptions { Seed = 2 }).Train);
    }

    [Fact]
    public void A_stratified_split_gives_every_split_its_share_of_each_class()
    {
        RawExamples raw = Raw(1000);
        Splitter.Parts parts = Splitter.Split(raw, new DataOptions { Stratify = true, Split = "70/20/10" });
        for (int c = 0; c < 4; c++)
        {
            Assert.Equal(175, parts.Train.Count(i => raw.Targets.ClassOf(i) == c));
            Assert.Equal(50, parts.Validation.Count(i => raw.Targets.ClassOf(i) == c));
            Assert.Equal(25, parts.Test.Count(i => raw.Targets.ClassOf(i) == c));
        }
    }

    [Fact]
    public void A_limit_keeps_the_share_of_an_official_test_split()
    {
        Splitter.Parts parts = Splitter.Split(Raw(1000, testStart: 800), new DataOptions { Limit = 100 });
        Assert.Equal((72, 8, 20), (parts.Train.Length, parts.Validation.Length, parts.Test.Length));
        Assert.All(parts.Test, i => Assert.True(i >= 800));
    }

    [Theory]
    [InlineData("80/20")]
    [InlineData("80/10/20")]
    [InlineData("a/b/c")]
    [InlineData("0/50/50")]
    [InlineData("120/-10/-10")]
    public void A_split_that_does_not_add_up_is_refused(string split)
    {
        string message = Assert.Throws<DataException>(() => Splitter.Split(Raw(10), new DataOptions { Split = split })).Message;
        Assert.StartsWith($"Split '{split}': expected three percentages", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_split_without_test_and_validation_is_allowed()
    {
        Splitter.Parts parts = Splitter.Split(Raw(10), new DataOptions { Split = "100/0/0" });
        Assert.Equal((10, 0, 0), (parts.Train.Length, parts.Validation.Length, parts.Test.Length));
    }

    [Fact]
    public void Equal_examples_in_two_splits_are_counted()
    {
        float[] values = [.. Enumerable.Range(0, 100).Select(i => (float)(i % 50))];
        var raw = new RawExamples { Name = "twins", Shape = [1], Features = values, Targets = new ClassTargets(new long[100], ["a"]) };
        var parts = new Splitter.Parts([0, 1, 2, 3], [50, 60], [51, 60, 61, 61]);
        Assert.Equal(1 + 2, DuplicateCount.Across(raw, parts));
    }

    private static RawExamples Raw(int count, int? testStart = null) => new()
    {
        Name = "made",
        Shape = [1],
        Features = [.. Enumerable.Range(0, count).Select(i => (float)i)],
        Targets = new ClassTargets([.. Enumerable.Range(0, count).Select(i => (long)(i % 4))], ["a", "b", "c", "d"]),
        OfficialTestStart = testStart,
    };
}
