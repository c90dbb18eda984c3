namespace Kiln.Training.Tests.Data;

public class FoldTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Folds_hold_every_example_out_once(bool stratify)
    {
        var held = new List<long>();
        for (int fold = 1; fold <= 5; fold++)
        {
            using DataSet data = BuiltIn.Load("iris", new DataOptions { Folds = 5, Fold = fold, Stratify = stratify });
            Assert.Equal(150, data.Train.Count + data.Validation.Count + data.Test.Count);
            Assert.Empty(data.Train.Indices.Intersect(data.Test.Indices));
            Assert.Equal(30, data.Test.Count);
            if (stratify) Assert.All(data.Test.ClassCounts, count => Assert.Equal(10, count));
            held.AddRange(data.Test.Indices);
        }
        Assert.Equal(Enumerable.Range(0, 150).Select(i => (long)i), held.Order());
    }

    [Fact]
    public void An_official_test_split_stays_and_the_fold_is_for_validation()
    {
        var raw = new RawExamples
        {
            Name = "made",
            Shape = [1],
            Features = new float[30],
            Targets = new ClassTargets([.. Enumerable.Range(0, 30).Select(i => i % 2L)], ["a", "b"]),
            OfficialTestStart = 20,
        };
        Splitter.Parts parts = Splitter.Split(raw, new DataOptions { Folds = 4, Fold = 2 });
        Assert.Equal((15, 5, 10), (parts.Train.Length, parts.Validation.Length, parts.Test.Length));
    }

    [Theory]
    [InlineData(1, 1, "Fold 1 of 1: expected at least 2 folds, and a fold from 1 to that number.")]
    [InlineData(5, 6, "Fold 6 of 5: expected at least 2 folds, and a fold from 1 to that number.")]
    [InlineData(null, 2, "Fold 2: of how many? Give the number of folds, too, for example --folds 5 --fold 2.")]
    [InlineData(500, 1, "Data 'iris': expected at most 150 folds for 150 examples, got 500.")]
    public void A_fold_that_is_not_there_is_refused(int? folds, int fold, string expected) =>
        Assert.Equal(expected, Assert.Throws<DataException>(() => BuiltIn.Load("iris", new DataOptions { Folds = folds, Fold = fold })).Message);

    [Fact]
    public void Classes_are_named_as_asked()
    {
        using DataSet iris = BuiltIn.Load("iris", new DataOptions { ClassNames = ["a", "b", "c"] });
        Assert.Equal(["a", "b", "c"], iris.ClassNames);
        Assert.Equal("Data 'iris': expected 3 class names, for setosa, versicolor, virginica, got 1: a.",
            Assert.Throws<DataException>(() => BuiltIn.Load("iris", new DataOptions { ClassNames = ["a"] })).Message);
    }

    [Fact]
    public void What_hinders_the_learning_is_said_with_its_remedy()
    {
        using DataSet empty = DataSet.FromArrays("mine", [1, 2, 3, 4], [1], [0, 1, 0, 1], ["no", "yes", "maybe"]);
        Assert.Equal(["Class maybe has no training example, so a model cannot learn it. Add examples, or take the name away."], empty.Warnings);
        using DataSet wide = DataSet.FromArrays("mine", [1, 2, 3, 4], [1], [100_000f, 200_000, 300_000, 400_000], ["price"], new DataOptions { Split = "100/0/0" });
        Assert.Equal(["price has mean 250,000 and standard deviation 111,803, but the outputs of a new network are near 0: it would learn slowly or diverge. "
            + "Use --normalize-targets; predictions and metrics keep the target's own unit."], wide.Warnings);
        using DataSet scaled = DataSet.FromArrays("mine", [1, 2, 3, 4], [1], [100_000f, 200_000, 300_000, 400_000], ["price"], new DataOptions { Split = "100/0/0", NormalizeTargets = true });
        Assert.Empty(scaled.Warnings);
    }
}
