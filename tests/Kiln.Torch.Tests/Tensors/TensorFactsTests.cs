using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Tensors;

public class TensorFactsTests
{
    [Fact]
    public void A_tensor_knows_its_sizes_strides_and_number_of_elements()
    {
        using var scope = NewDisposeScope();
        var cube = zeros(2, 3, 4);

        Assert.Equal([2, 3, 4], cube.size());
        Assert.Equal(4, cube.size(-1));
        Assert.Equal([12, 4, 1], cube.stride());
        Assert.Equal(12, cube.stride(0));
        Assert.Equal((3, 3, 3), (cube.ndim, cube.dim(), cube.Dimensions));
        Assert.Equal((24, 24), (cube.numel(), cube.NumberOfElements));
        Assert.Equal((4, 4), (cube.ElementSize, cube.element_size()));
        Assert.Equal(3, cube.names.Length);
    }

    [Fact]
    public void A_tensor_knows_where_it_lies_and_what_kind_it_is()
    {
        using var scope = NewDisposeScope();
        var whole = tensor([1L, 2L]);

        Assert.Equal((DeviceType.CPU, -1), (whole.device_type, whole.device_index));
        Assert.Equal((true, false, false), (whole.is_cpu(), whole.is_cuda, whole.is_sparse));
        Assert.Equal((true, false, false), (whole.is_integral(), whole.is_floating_point(), whole.is_complex()));
        Assert.True(whole.is_contiguous());
        Assert.Equal(whole.GetHashCode(), whole.GetHashCode());
    }

    [Fact]
    public void The_history_of_a_tensor_can_be_kept_cut_and_asked_for()
    {
        using var scope = NewDisposeScope();
        var leaf = ones(2).with_requires_grad();
        var middle = leaf * 3;
        middle.retain_grad();
        middle.sum().backward();

        Assert.True(leaf.is_leaf);
        Assert.False(middle.is_leaf);
        TensorAssert.Close(ones(2), middle.grad!);
        TensorAssert.Close(full(2, 3f), leaf.grad!);
        Assert.False((leaf * 2).detach_().requires_grad);
    }

    [Fact]
    public void Transposes_are_views()
    {
        using var scope = NewDisposeScope();
        var matrix = tensor(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        var batch = arange(12, dtype: float32).reshape(2, 2, 3);

        Assert.Equal([1f, 4, 2, 5, 3, 6], matrix.T.data<float>().ToArray());
        Assert.Equal([1f, 4, 2, 5, 3, 6], matrix.H.data<float>().ToArray());
        Assert.Equal([2, 3, 2], batch.mT.shape);
        Assert.Equal([3, 2, 2], batch.T.shape);
        Assert.Contains("mT", Assert.Throws<InvalidOperationException>(() => batch.H).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Complex_elements_have_two_parts()
    {
        using var scope = NewDisposeScope();
        var numbers = complex(tensor([1f, 2f]), tensor([3f, -4f]));

        Assert.Equal([1f, 2f], numbers.real.data<float>().ToArray());
        Assert.Equal([3f, -4f], numbers.imag.data<float>().ToArray());
        Assert.Throws<InvalidOperationException>(() => ones(2).imag);
    }

    [Fact]
    public void Elements_are_read_by_their_place_in_memory()
    {
        using var scope = NewDisposeScope();

        Assert.Equal(2.5f, tensor([1f, 2.5f]).ReadCpuSingle(1));
        Assert.Equal(2.5, tensor([1d, 2.5]).ReadCpuDouble(1));
        Assert.Equal(7, tensor([1, 7]).ReadCpuInt32(1));
        Assert.Equal(7L, tensor([1L, 7L]).ReadCpuInt64(1));
        Assert.Equal(7, tensor([(byte)1, (byte)7]).ReadCpuByte(1));
        Assert.True(tensor([false, true]).ReadCpuBool(1));
    }

    [Fact]
    public void The_bytes_of_a_tensor_are_read_and_replaced()
    {
        using var scope = NewDisposeScope();
        var numbers = tensor([1, 256]);

        Assert.Equal([1, 0, 0, 0, 0, 1, 0, 0], numbers.bytes.ToArray());
        numbers.bytes = new byte[] { 2, 0, 0, 0, 3, 0, 0, 0 };
        Assert.Equal([2, 3], numbers.data<int>().ToArray());
    }

    [Fact]
    public void A_tensor_becomes_nested_lists()
    {
        using var scope = NewDisposeScope();
        var rows = Assert.IsAssignableFrom<System.Collections.IList>(tensor(new[,] { { 1, 2 }, { 3, 4 } }).tolist());

        Assert.Equal(2, rows.Count);
        var second = Assert.IsAssignableFrom<System.Collections.IList>(rows[1]);
        Assert.Equal(4, Assert.IsType<Scalar>(second[1]).ToInt32());
    }

    [Fact]
    public void Storage_shows_the_memory_under_a_view()
    {
        using var scope = NewDisposeScope();
        var memory = tensor([1f, 2f, 3f]).storage<float>();

        Assert.Equal([1f, 2f, 3f], memory.tolist());
    }

    [Fact]
    public void Sparse_tensors_hold_what_is_not_zero()
    {
        using var scope = NewDisposeScope();
        var dense = tensor(new float[,] { { 0, 2 }, { 3, 0 } });

        Assert.True(dense.to_sparse().is_sparse);
        TensorAssert.Same(dense, dense.to_sparse().to_dense());
        TensorAssert.Same(dense, dense.to_sparse(1).to_dense());
    }

    [Fact]
    public void A_tensor_can_take_another_ones_memory()
    {
        using var scope = NewDisposeScope();
        var (target, source) = (zeros(2), tensor([1f, 2f, 3f]));
        target.set_(source);
        source.add_(1);

        Assert.Equal([2f, 3f, 4f], target.data<float>().ToArray());
    }
}
