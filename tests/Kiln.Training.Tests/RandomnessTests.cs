namespace Kiln.Training.Tests;

public class RandomnessTests
{
    [Fact]
    public void Each_purpose_and_each_epoch_has_a_seed_of_its_own()
    {
        long[] seeds = [Seeds.ForWeights(7), Seeds.ForModel(7), Seeds.ForSplit(7), Seeds.ForLimit(7), Seeds.ForShuffle(7, 1), Seeds.ForShuffle(7, 2), Seeds.ForWeights(8)];
        Assert.Equal(seeds.Length, seeds.Distinct().Count());
        Assert.All(seeds, seed => Assert.True(seed >= 0));
    }

    [Fact]
    public void A_permutation_holds_every_item_once_and_depends_on_the_seed()
    {
        long[] items = [.. Enumerable.Range(0, 1000).Select(i => (long)i)];
        long[] order = Shuffler.Permutation(items, 1);
        Assert.Equal(items, order.Order());
        Assert.Equal(order, Shuffler.Permutation(items, 1));
        Assert.NotEqual(order, Shuffler.Permutation(items, 2));
        Assert.NotEqual(items, order);
    }

    [Fact]
    public void An_order_never_changes_between_versions() =>
        Assert.Equal([1, 2, 4, 0, 3], Shuffler.Permutation([0, 1, 2, 3, 4], 42));

    [Fact]
    public void Every_place_is_equally_likely()
    {
        var counts = new int[4, 4];
        for (int seed = 0; seed < 4000; seed++)
        {
            long[] order = Shuffler.Permutation([0, 1, 2, 3], Seeds.Derive(seed, "test", 0));
            for (int i = 0; i < 4; i++) counts[order[i], i]++;
        }
        Assert.All(counts.Cast<int>(), count => Assert.InRange(count, 880, 1120));
    }
}
