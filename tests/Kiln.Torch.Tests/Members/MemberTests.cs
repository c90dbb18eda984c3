using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Members;

/// <summary>What members do that a golden value does not show.</summary>
public class MemberTests
{
    [Fact]
    public void A_tensor_given_as_out_takes_the_result_and_its_size()
    {
        var result = zeros(1);

        var given = arange(6, dtype: float32).reshape(2, 3).amax([1], @out: result);

        Assert.Same(result, given);
        TensorAssert.Same(tensor([2f, 5f]), result);
    }

    [Fact]
    public void A_literal_zero_means_the_first_dimension_and_not_the_type_of_that_number()
    {
        var x = tensor([200f, 100f, 1f, 2f], 2, 2);

        TensorAssert.Same(tensor([201f, 102f]), x.sum(0));
        TensorAssert.Same(tensor([201f, 102f]), sum(x, 0));
        TensorAssert.Same(tensor([200f, 200f]), x.prod(0));
        TensorAssert.Same(tensor([200f, 200f]), prod(x, 0));
        Assert.Equal(ScalarType.Float64, x.sum(float64).dtype);
        Assert.Equal(ScalarType.Float64, x.prod(ScalarType.Float64).dtype);
    }

    [Fact]
    public void Methods_in_place_give_the_tensor_itself()
    {
        var x = zeros(2);

        Assert.Same(x, x.add_(1).mul_(3).clamp_(max: 2));
        Assert.Equal(2, x[1].item<float>());
    }

    [Fact]
    public void Facts_are_functions_too()
    {
        Assert.Equal(6, numel(zeros(2, 3)));
        Assert.True(is_tensor(zeros(1)));
        Assert.False(is_tensor("a tensor"));
    }

    [Fact]
    public void Elements_are_put_by_index_or_added_where_an_index_occurs_twice()
    {
        var x = zeros(3, 2);

        x.index_put_(tensor(1f), tensor([0L, 0L]));
        x.index_put_(tensor(1f), [tensor([1L, 1L])], accumulate: true);
        x.index_put_(tensor(5f), TensorIndex.Single(2), TensorIndex.Single(0));
        x.index_put_(tensor(5f), [TensorIndex.Single(2), TensorIndex.Single(0)], true);
        x.index_put_(7, TensorIndex.Single(2), TensorIndex.Single(1));
        x.index_put_(4, tensor([0L]), tensor([1L]));

        TensorAssert.Same(tensor(new float[,] { { 1, 4 }, { 2, 2 }, { 10, 7 } }), x);
    }

    [Fact]
    public void Indices_that_libtorch_would_follow_out_of_its_memory_are_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => searchsorted(zeros(3), zeros(1), sorter: tensor([0L, 1L << 40, 1L])));
        var pivots = tensor([100_000_000, 1, 2]);

        Assert.StartsWith("searchsorted: expected indices in 0..2, got 0..1099511627776.", error.Message);
        Assert.Throws<ArgumentException>(() => linalg.lu_solve(eye(3), pivots, zeros(3, 1)));
        Assert.Throws<ArgumentException>(() => linalg.ldl_solve(eye(3), -pivots, zeros(3, 1)));
    }

    [Fact]
    public void Index_is_another_spelling_of_brackets()
    {
        var x = arange(12).reshape(3, 4);

        TensorAssert.Same(x[1.., 2], x.index(TensorIndex.Slice(1), TensorIndex.Single(2)));
        TensorAssert.Same(x[tensor([2L, 0L])], x.index(tensor([2L, 0L])));
    }

    [Fact]
    public void An_unknown_rounding_is_refused_in_words() =>
        Assert.Contains("floor", Assert.Throws<ArgumentOutOfRangeException>(() => zeros(1).div(2, (RoundingMode)9)).Message);
}
