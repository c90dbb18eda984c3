using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Lifetime;

/// <summary>Memory stays flat, whoever frees the tensors.</summary>
public class NativeMemoryTests
{
    [Fact]
    public void The_count_of_living_tensors_returns_to_where_it_was()
    {
        var before = LivingTensors.Settled();
        using (NewDisposeScope())
        {
            var x = randn([4, 4], requires_grad: true);
            (x.matmul(x) + 1).relu().sum().backward();
            using var gradient = x.grad;
            _ = gradient!.split(2);
        }

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_failed_operation_leaves_no_tensor_behind()
    {
        using var scope = NewDisposeScope();
        var x = zeros(2, 3);
        var before = LivingTensors.Settled();

        Assert.Throws<TorchException>(() => x.matmul(x));

        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Thousands_of_steps_in_scopes_take_no_memory()
    {
        Steps(200);
        var before = WorkingSet();
        Steps(3000);

        Assert.InRange(WorkingSet() - before, long.MinValue, 60L << 20);
    }

    [Fact]
    public void Thousands_of_tensors_that_nobody_frees_are_freed_by_the_collector()
    {
        var before = WorkingSet();
        for (var i = 0; i < 4000; i++) _ = ones(1 << 18);

        // 4 GB were made; the collector is asked every 256 MB.
        Assert.InRange(WorkingSet() - before, long.MinValue, 1200L << 20);
    }

    [Fact]
    public void Tensors_that_leave_their_scope_are_bounded_too()
    {
        var before = WorkingSet();
        for (var i = 0; i < 1500; i++)
        {
            using var scope = NewDisposeScope();
            _ = ones(1 << 18).DetachFromDisposeScope();
            _ = (ones(1 << 18, requires_grad: true) * 2).DetachFromDisposeScope();
        }

        Assert.InRange(WorkingSet() - before, long.MinValue, 1200L << 20);
    }

    [Fact]
    public void Unscoped_training_steps_take_no_memory()
    {
        UnscopedSteps(100);
        var before = WorkingSet();
        UnscopedSteps(1500);

        Assert.InRange(WorkingSet() - before, long.MinValue, 300L << 20);
    }

    private static void UnscopedSteps(int count)
    {
        var weights = randn([128, 128], requires_grad: true);
        for (var i = 0; i < count; i++)
        {
            randn(128, 128).matmul(weights).relu().sum().backward();
            weights.grad = null;
        }
    }

    private static void Steps(int count)
    {
        using var outer = NewDisposeScope();
        var weights = randn([64, 64], requires_grad: true);
        var input = randn(64, 64);
        for (var i = 0; i < count; i++)
        {
            using var scope = NewDisposeScope();
            input.matmul(weights).relu().sum().backward();
            weights.grad = null;
        }
    }

    private static long WorkingSet()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return Environment.WorkingSet;
    }
}
