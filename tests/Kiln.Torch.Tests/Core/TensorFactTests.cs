using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Core;

public class TensorFactTests
{
    [Fact]
    public void Sizes_and_strides_are_told_in_every_form()
    {
        using var scope = NewDisposeScope();
        var cube = zeros(2, 3, 4);

        Assert.Equal([2, 3, 4], cube.size());
        Assert.Equal(cube.shape, cube.size());
        Assert.Equal((3L, 4L, 12L, 1L), (cube.size(1), cube.size(-1), cube.stride(0), cube.stride(-1)));
        Assert.Equal((3L, 3L, 3L), (cube.ndim, cube.dim(), cube.Dimensions));
        Assert.Equal((24L, 24L), (cube.numel(), cube.NumberOfElements));
        Assert.Equal((4L, 4L), (cube.ElementSize, cube.element_size()));
        Assert.Equal([2, 3, 4], cube.IntShape().ToArray());
        Assert.Equal(new string[3], cube.names);
        Assert.Throws<ArgumentOutOfRangeException>(() => cube.stride(3));
    }

    [Fact]
    public void The_place_and_the_kind_of_elements_are_told()
    {
        using var scope = NewDisposeScope();
        var numbers = zeros(2);

        Assert.Equal((CPU, DeviceType.CPU, -1), (numbers.device, numbers.device_type, numbers.device_index));
        Assert.True(numbers.is_cpu() && !numbers.is_cuda && !numbers.is_sparse);
        Assert.True(numbers.is_floating_point() && !numbers.is_integral() && !numbers.is_complex());
        Assert.True(numbers.@long().is_integral() && numbers.cfloat().is_complex());
        Assert.True(numbers.Handle != 0 && !numbers.IsInvalid && numbers.is_contiguous());
    }

    [Fact]
    public void Leaves_and_results_are_told_apart()
    {
        using var scope = NewDisposeScope();
        var leaf = ones(2).with_requires_grad();
        var result = leaf * 2;

        Assert.True(leaf.is_leaf && leaf.requires_grad && !result.is_leaf);
        result.retain_grad();
        result.sum().backward(retain_graph: true);
        Assert.Equal([1f, 1f], result.grad!.data<float>().ToArray());
        Assert.Same(result, result.detach_());
        Assert.True(result.is_leaf && !result.requires_grad);
        leaf.grad = null;
        Assert.Null(leaf.grad);
        Assert.False(leaf.requires_grad_(false).requires_grad);
    }

    [Fact]
    public void Transposes_are_views()
    {
        using var scope = NewDisposeScope();
        var cube = arange(24).reshape(2, 3, 4);

        Assert.Equal([4, 3, 2], cube.T.shape);
        Assert.Equal([2, 4, 3], cube.mT.shape);
        cube.T[3, 2, 1] = 100;
        Assert.Equal(100, cube[1, 2, 3].ToInt32());
        Assert.Equal(new[,] { { 0L, 2 }, { 1, 3 } }, arange(4).reshape(2, 2).H.data<long>().ToNDArray());
        Assert.Throws<InvalidOperationException>(() => cube.H);
    }

    [Fact]
    public void Complex_numbers_have_parts_and_a_conjugate()
    {
        using var scope = NewDisposeScope();
        var numbers = tensor([(1f, 2f), (3f, -4f)]);

        Assert.Equal([1f, 3f], numbers.real.data<float>().ToArray());
        Assert.Equal([2f, -4f], numbers.imag.data<float>().ToArray());
        numbers.imag.fill_(5);
        Assert.Equal([(1f, 5f), (3f, 5f)], numbers.data<(float, float)>().ToArray());
        Assert.Equal([(1f, -5f), (3f, -5f)], numbers.H.clone().data<(float, float)>().ToArray());
        Assert.Equal((1f, -5f), numbers.reshape(1, 2).H[0, 0].item<(float, float)>());
        Assert.Equal([1f], ones(1).real.data<float>().ToArray());
        Assert.Contains("imaginary", Assert.Throws<InvalidOperationException>(() => ones(1).imag).Message);
        Assert.Throws<InvalidOperationException>(() => numbers.H.data<(float, float)>());
        Assert.Throws<InvalidOperationException>(() => numbers.H.bytes.Length);
    }

    [Fact]
    public void Tensors_are_equal_if_type_sizes_and_elements_are()
    {
        using var scope = NewDisposeScope();
        var first = tensor([1f, 2f]);

        Assert.True(first.Equals(tensor([1f, 2f])));
        Assert.True(first.Equals((object)first.alias()));
        Assert.False(first.Equals(tensor([1f, 3f])));
        Assert.False(first.Equals(tensor([1f])));
        Assert.False(first.Equals((object)"tensor"));
        Assert.False(first.Equals((object?)null));
        Assert.Equal(first.GetHashCode(), first.GetHashCode());
        Assert.Contains(first, new HashSet<Tensor> { first });
    }
}
