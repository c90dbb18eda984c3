using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests;

public class DataTests
{
    [Fact]
    public void Every_type_of_element_comes_back()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([1.5f], tensor([1.5f]).data<float>().ToArray());
        Assert.Equal([1.5], tensor([1.5]).data<double>().ToArray());
        Assert.Equal([7L], tensor([7L]).data<long>().ToArray());
        Assert.Equal([7], tensor([7]).data<int>().ToArray());
        Assert.Equal([(byte)7], tensor([(byte)7]).data<byte>().ToArray());
        Assert.Equal([true, false], tensor([true, false]).data<bool>().ToArray());
        Assert.Equal([(Half)2], tensor([(Half)2]).data<Half>().ToArray());
    }

    [Fact]
    public void A_transposed_matrix_is_read_in_its_own_order()
    {
        using var scope = NewDisposeScope();
        var matrix = tensor(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }).t();

        Assert.Equal([1, 4, 2, 5, 3, 6], matrix.data<int>().ToArray());
        Assert.Equal(6, matrix.data<int>()[2, 1]);
        Assert.Equal(new[,] { { 1, 4 }, { 2, 5 }, { 3, 6 } }, matrix.data<int>().ToNDArray());
    }

    [Fact]
    public void Writing_through_the_accessor_changes_the_tensor()
    {
        using var scope = NewDisposeScope();
        var matrix = zeros(2, 2);
        matrix.data<float>()[1, 0] = 3;

        Assert.Equal(3f, matrix[1, 0].item<float>());
    }

    [Fact]
    public void A_tensor_copies_the_array_it_is_made_of()
    {
        using var scope = NewDisposeScope();
        float[] source = [1, 2];
        var made = tensor(source);
        source[0] = 9;

        Assert.Equal(1f, made[0].item<float>());
    }

    [Fact]
    public void Integers_make_an_integer_range_and_fractions_a_floating_one()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(int64, arange(5).dtype);
        Assert.Equal(float32, arange(0, 1, 0.25).dtype);
        Assert.Equal([0f, 0.25f, 0.5f, 0.75f], arange(0, 1, 0.25).data<float>().ToArray());
    }

    [Fact]
    public void Numbers_convert_to_tensors_and_back()
    {
        using var scope = NewDisposeScope();
        Tensor made = 2.5;

        Assert.Equal(2.5, (double)made);
        Assert.Equal(2, tensor(2L).ToInt32());
        Assert.Equal(float32, ((Tensor)(Scalar)2.5).dtype);
    }

    [Fact]
    public void The_facts_of_a_tensor_are_told()
    {
        using var scope = NewDisposeScope();
        var matrix = zeros([2, 3], float64).t();

        Assert.Equal([3, 2], matrix.shape);
        Assert.Equal([1, 3], matrix.stride());
        Assert.Equal(2, matrix.size(-1));
        Assert.False(matrix.is_contiguous());
        Assert.Equal(8, matrix.element_size());
        Assert.Equal("cpu", matrix.device.ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.size(2));
    }
}
