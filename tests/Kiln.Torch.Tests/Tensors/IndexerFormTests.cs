using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Tensors;

/// <summary>The indexers for one to six numbers, and what can stand in a TensorIndex.</summary>
public class IndexerFormTests
{
    [Fact]
    public void Numbers_choose_in_as_many_dimensions_as_there_are_numbers()
    {
        using var scope = NewDisposeScope();
        var x = arange(64).reshape(2, 2, 2, 2, 2, 2);

        Assert.Equal(32, x[1L].shape.Aggregate((a, b) => a * b));
        Assert.Equal(48, x[1L, 1L].min().ToInt64());
        Assert.Equal(40, x[1L, 0L, 1L].min().ToInt64());
        Assert.Equal(44, x[1L, 0L, 1L, 1L].min().ToInt64());
        Assert.Equal(46, x[1L, 0L, 1L, 1L, 1L].min().ToInt64());
        Assert.Equal(47, x[1L, 0L, 1L, 1L, 1L, 1L].ToInt64());
        Assert.Equal(47, x[new long[] { 1, 0, 1, 1, 1, 1 }].ToInt64());
    }

    [Fact]
    public void Numbers_choose_what_is_overwritten()
    {
        using var scope = NewDisposeScope();
        var x = zeros([2, 2, 2, 2, 2, 2]);
        x[1L] = tensor(1f);
        x[1L, 1L] = tensor(2f);
        x[1L, 1L, 1L] = tensor(3f);
        x[1L, 1L, 1L, 1L] = tensor(4f);
        x[1L, 1L, 1L, 1L, 1L] = tensor(5f);
        x[1L, 1L, 1L, 1L, 1L, 1L] = tensor(6f);
        x[new long[] { 0, 0, 0, 0, 0, 0 }] = tensor(7f);

        // Half of what is left each time: 16 ones, 8 twos, 4 threes, 2 fours, a five, a six, and a seven elsewhere.
        Assert.Equal(16 + 16 + 12 + 8 + 5 + 6 + 7, x.sum().ToDouble());
    }

    [Fact]
    public void An_index_is_made_of_ranges_truths_places_and_new_dimensions()
    {
        using var scope = NewDisposeScope();
        var x = arange(6);

        Assert.Equal([1L, 2], x[TensorIndex.Slice((1, 3))].data<long>().ToArray());
        Assert.Equal([4L, 5], x[TensorIndex.Slice((-2, null))].data<long>().ToArray());
        TensorIndex pair = (2, 4);
        Assert.Equal([2L, 3], x[pair].data<long>().ToArray());
        TensorIndex last = ^1;
        Assert.Equal(5, x[last].ToInt64());
        Assert.Equal([1, 6], x[TensorIndex.Null].shape);
        Assert.Equal([1, 6], x[TensorIndex.None, TensorIndex.Colon].shape);
        Assert.Equal([1, 6], x[TensorIndex.Bool(true)].shape);
        Assert.Equal([0, 6], x[TensorIndex.Bool(false)].shape);
        Assert.Equal([6], x[TensorIndex.Ellipsis].shape);
        Assert.Equal(3, x[TensorIndex.Single(3)].ToInt64());
        Assert.Equal([5L, 0], x[TensorIndex.Tensor(tensor([5L, 0L]))].data<long>().ToArray());
    }

    [Fact]
    public void An_index_of_nothing_is_a_new_dimension()
    {
        using var scope = NewDisposeScope();

        Assert.Equal([1, 4], arange(4)[new TensorIndex()].shape);
    }
}
