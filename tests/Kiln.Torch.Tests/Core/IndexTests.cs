using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Core;

/// <summary>Brackets that read and brackets that write, on a tensor (2, 3, 4) of the numbers 0 to 23.</summary>
public class IndexTests
{
    public static TheoryData<string, Func<Tensor, Tensor>, Action<Tensor, Tensor>> Forms => new()
    {
        { "one number", t => t[1], (t, v) => t[1] = v },
        { "two numbers", t => t[1, -1], (t, v) => t[1, -1] = v },
        { "three numbers", t => t[1, 2, 3], (t, v) => t[1, 2, 3] = v },
        { "an array of numbers", t => t[new long[] { 1, 2 }], (t, v) => t[new long[] { 1, 2 }] = v },
        { "a range", t => t[.., 1..], (t, v) => t[.., 1..] = v },
        { "a range from the end", t => t[.., ^2..^1], (t, v) => t[.., ^2..^1] = v },
        { "an index from the end", t => t[^1, .., 0], (t, v) => t[^1, .., 0] = v },
        { "a tuple", t => t[(0, 1), (null, 2)], (t, v) => t[(0, 1), (null, 2)] = v },
        { "colon and slice", t => t[TensorIndex.Colon, TensorIndex.Slice(0, 3, 2)], (t, v) => t[TensorIndex.Colon, TensorIndex.Slice(0, 3, 2)] = v },
        { "slice of a tuple", t => t[TensorIndex.Slice((0, 1))], (t, v) => t[TensorIndex.Slice((0, 1))] = v },
        { "slice of a range", t => t[TensorIndex.Slice(1..)], (t, v) => t[TensorIndex.Slice(1..)] = v },
        { "ellipsis", t => t[TensorIndex.Ellipsis, 2], (t, v) => t[TensorIndex.Ellipsis, 2] = v },
        { "a new dimension", t => t[TensorIndex.None, 0], (t, v) => t[TensorIndex.Null, 0] = v },
        { "single", t => t[TensorIndex.Single(1), TensorIndex.Single(0)], (t, v) => t[TensorIndex.Single(1), TensorIndex.Single(0)] = v },
        { "a truth value", t => t[TensorIndex.Bool(true), 0], (t, v) => t[TensorIndex.Bool(true), 0] = v },
        { "a tensor", t => t[tensor([1L, 0L])], (t, v) => t[tensor([1L, 0L])] = v },
        { "tensors", t => t[new[] { tensor([1L, 0L]), tensor([2L, 2L]) }], (t, v) => t[new[] { tensor([1L, 0L]), tensor([2L, 2L]) }] = v },
        { "tensor and range", t => t[TensorIndex.Tensor(tensor([1L, 0L])), 1..], (t, v) => t[TensorIndex.Tensor(tensor([1L, 0L])), 1..] = v },
        { "tensor and colon", t => t[tensor([1L]), TensorIndex.Colon, 1], (t, v) => t[tensor([1L]), TensorIndex.Colon, 1] = v },
        { "mask", t => t[t > 11], (t, v) => t[t > 11] = v },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_is_read_is_what_is_written(string name, Func<Tensor, Tensor> read, Action<Tensor, Tensor> write)
    {
        using var scope = NewDisposeScope();
        Assert.NotEmpty(name);
        var numbers = arange(24f).reshape(2, 3, 4);
        var picked = read(numbers).clone();
        var untouched = numbers.numel() - picked.numel();

        var target = arange(24f).reshape(2, 3, 4);
        write(target, picked + 100);
        Assert.Equal(picked.numel(), (target >= 100).sum().ToInt64());
        Assert.Equal(untouched, (target == numbers).sum().ToInt64());
        TensorAssert.Same(picked + 100, Reread(name, read, target, picked));

        write(target, -1);
        Assert.Equal(picked.numel(), (target == -1).sum().ToInt64());
    }

    // After writing, the mask of large numbers is another one.
    private static Tensor Reread(string name, Func<Tensor, Tensor> read, Tensor target, Tensor picked) => name == "mask" ? target[target >= 100] : read(target);

    [Fact]
    public void Many_dimensions_take_as_many_numbers()
    {
        using var scope = NewDisposeScope();
        var numbers = arange(64).reshape(2, 2, 2, 2, 2, 2);

        Assert.Equal([62L, 63], numbers[1, 1, 1, 1, 1].data<long>().ToArray());
        Assert.Equal([4], numbers[1, 1, 1, 1].shape.Select(size => size * 2).Take(1));
        Assert.Equal(63, numbers[1, 1, 1, 1, 1, 1].ToInt64());
        numbers[0, 0, 0, 0] = 1000;
        numbers[0, 0, 0, 1, 0] = 2000;
        numbers[0, 0, 0, 1, 1, 1] = 3000;
        Assert.Equal([1000L, 1000, 1000, 1000, 2000, 2000, 6, 3000], numbers.flatten()[..8].data<long>().ToArray());
    }

    [Fact]
    public void A_slice_is_a_view_and_a_choice_a_copy()
    {
        using var scope = NewDisposeScope();
        var numbers = arange(4);
        numbers[1..3].fill_(9);
        numbers[tensor([0L])].fill_(7);

        Assert.Equal([0L, 9, 9, 3], numbers.data<long>().ToArray());
    }

    [Fact]
    public void Gradients_pass_through_brackets()
    {
        using var scope = NewDisposeScope();
        var x = arange(4f).requires_grad_();
        var y = x * 1;
        y[1] = 0;

        (y[2..].sum() * 2 + y[tensor([0L, 0L])].sum()).backward();

        Assert.Equal([2f, 0f, 2f, 2f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Writing_into_a_leaf_that_needs_gradients_is_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("leaf", Assert.Throws<TorchException>(() => ones(2, requires_grad: true)[0] = 1).Message);
    }

    [Fact]
    public void Indices_that_stand_for_numbers_become_tensors()
    {
        using var scope = NewDisposeScope();
        Tensor number = TensorIndex.Single(3), truth = TensorIndex.Bool(true), list = TensorIndex.Tensor(tensor([1L]));

        Assert.Equal((3L, true, 1L), (number.ToInt64(), truth.ToBoolean(), list.ToInt64()));
        Assert.Contains("brackets", Assert.Throws<InvalidOperationException>(() => (Tensor)TensorIndex.Colon).Message);
        Assert.Equal(0, zeros(2)[new TensorIndex(), 0].ndim - 1);
    }

    [Fact]
    public void Too_many_indices_are_refused() =>
        Assert.Throws<ArgumentException>(() => arange(2)[0, 0]);
}
