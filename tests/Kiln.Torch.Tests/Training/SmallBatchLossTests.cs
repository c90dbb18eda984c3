using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.Training;

/// <summary>Losses over classes are the same on one thread and on two, where small batches take a way of their own.</summary>
public sealed class SmallBatchLossTests
{
    public static TheoryData<int, ScalarType, Reduction> Cases
    {
        get
        {
            var cases = new TheoryData<int, ScalarType, Reduction>();
            foreach (int rows in new[] { 1, 10, 11, 16, 200 })
                foreach (var dtype in new[] { ScalarType.Float32, ScalarType.Float64 })
                    foreach (var reduction in new[] { Reduction.Mean, Reduction.Sum, Reduction.None }) cases.Add(rows, dtype, reduction);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Cross_entropy_and_its_gradient_are_the_same_to_the_last_bit(int rows, ScalarType dtype, Reduction reduction) =>
        SameOnBoth(rows, dtype, (scores, target) => functional.cross_entropy(scores, target, ignore_index: 2, reduction: reduction).sum());

    [Theory, MemberData(nameof(Cases))]
    public void Negative_log_likelihood_and_its_gradient_are_the_same_to_the_last_bit(int rows, ScalarType dtype, Reduction reduction) =>
        SameOnBoth(rows, dtype, (scores, target) => functional.nll_loss(functional.log_softmax(scores, 1), target, reduction: reduction).sum());

    [Fact]
    public void Second_derivatives_are_the_same_to_the_last_bit() => SameOnBoth(16, ScalarType.Float64, (scores, target) =>
    {
        var loss = functional.cross_entropy(scores, target);
        var slope = autograd.grad([loss], [scores], create_graph: true)[0];
        return (slope * slope).sum();
    });

    [Fact]
    public void A_second_backward_pass_and_a_changed_target_are_refused()
    {
        using var scope = NewDisposeScope();
        OnThreads(2, () =>
        {
            var scores = randn([16, 5], requires_grad: true);
            var target = zeros([16], ScalarType.Int64);
            var loss = functional.cross_entropy(scores, target);
            loss.backward();
            Assert.Contains("second time", Assert.Throws<TorchException>(loss.backward).Message, StringComparison.Ordinal);
            loss = functional.cross_entropy(scores, target);
            target.add_(1);
            Assert.Contains("inplace", Assert.Throws<TorchException>(loss.backward).Message, StringComparison.Ordinal);
            return loss;
        });
    }

    [Fact]
    public void A_class_that_is_not_there_is_refused()
    {
        using var scope = NewDisposeScope();
        OnThreads(2, () =>
        {
            var scores = randn([16, 5], requires_grad: true);
            Assert.ThrowsAny<Exception>(() => functional.cross_entropy(scores, full([16], 5, ScalarType.Int64)));
            return scores;
        });
    }

    private static void SameOnBoth(int rows, ScalarType dtype, Func<Tensor, Tensor, Tensor> loss)
    {
        using var scope = NewDisposeScope();
        var one = OnThreads(1, () => ValueAndGradient(rows, dtype, loss));
        var two = OnThreads(2, () => ValueAndGradient(rows, dtype, loss));
        TensorAssert.Same(one.Value, two.Value);
        TensorAssert.Same(one.Gradient, two.Gradient);
    }

    private static (Tensor Value, Tensor Gradient) ValueAndGradient(int rows, ScalarType dtype, Func<Tensor, Tensor, Tensor> loss)
    {
        manual_seed(rows);
        var scores = randn(rows, 5).to(dtype).requires_grad_();
        var target = randint(0, 5, new long[] { rows });
        var value = loss(scores, target);
        value.backward();
        return (value.detach(), scores.grad!);
    }

    private static T OnThreads<T>(int threads, Func<T> run)
    {
        int before = get_num_threads();
        set_num_threads(threads);
        try
        {
            return run();
        }
        finally
        {
            set_num_threads(before);
        }
    }
}
