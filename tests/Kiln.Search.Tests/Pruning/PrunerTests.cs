namespace Kiln.Search.Tests;

public class MedianPrunerTests : PrunerContract
{
    protected override IPruner Pruner => new MedianPruner();
}

public class PercentilePrunerTests : PrunerContract
{
    protected override IPruner Pruner => new PercentilePruner();
}

public class PatientPrunerTests : PrunerContract
{
    protected override IPruner Pruner => new PatientPruner();
}

public class HalvingPrunerTests : PrunerContract
{
    protected override IPruner Pruner => new HalvingPruner();
}

public class AshaPrunerTests : PrunerContract
{
    protected override IPruner Pruner => new AshaPruner();
}

public class HyperbandPrunerTests : PrunerContract
{
    protected override IPruner Pruner => new HyperbandPruner();

    [Fact]
    public void Brackets_have_the_shares_of_the_paper()
    {
        var counts = Enumerable.Range(0, 4900).CountBy(trial => new HyperbandPruner().BracketOf(trial, 27)).OrderBy(pair => pair.Key).Select(pair => pair.Value);
        Assert.All(counts.Zip([2700, 1200, 600, 400]), pair => Assert.InRange(pair.First, pair.Second - 5, pair.Second + 5));
    }
}

public class WilcoxonPrunerTests : PrunerContract
{
    protected override IPruner Pruner => new WilcoxonPruner();
}
