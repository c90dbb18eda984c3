namespace Kiln.Training.Tests.Fit;

public class BatchPlanTests
{
    [Theory]
    [InlineData(100, 10, 10, 100, 10)]
    [InlineData(105, 10, 11, 105, 5)]
    [InlineData(101, 10, 10, 100, 10)]
    [InlineData(5, 64, 1, 5, 5)]
    [InlineData(1, 64, 1, 1, 1)]
    [InlineData(7, 1, 7, 7, 1)]
    public void Examples_are_cut_into_batches_and_a_single_one_left_over_is_skipped(int examples, int batch, int count, int used, int last)
    {
        var plan = new BatchPlan(examples, batch);
        Assert.Equal((count, used, last), (plan.Count, plan.Examples, plan.SizeOf(plan.Count - 1)));
        Assert.Equal(used, Enumerable.Range(0, plan.Count).Sum(plan.SizeOf));
    }
}
