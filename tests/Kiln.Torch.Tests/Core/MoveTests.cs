using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Core;

/// <summary>Types and devices of tensors, and copies.</summary>
public class MoveTests
{
    public static TheoryData<string, Func<Tensor, Tensor>, ScalarType> Types => new()
    {
        { "float", t => t.@float(), ScalarType.Float32 },
        { "double", t => t.@double(), ScalarType.Float64 },
        { "half", t => t.half(), ScalarType.Float16 },
        { "bfloat16", t => t.bfloat16(), ScalarType.BFloat16 },
        { "int", t => t.@int(), ScalarType.Int32 },
        { "long", t => t.@long(), ScalarType.Int64 },
        { "short", t => t.@short(), ScalarType.Int16 },
        { "byte", t => t.@byte(), ScalarType.Byte },
        { "char", t => t.@char(), ScalarType.Int8 },
        { "bool", t => t.@bool(), ScalarType.Bool },
        { "cfloat", t => t.cfloat(), ScalarType.ComplexFloat32 },
        { "cdouble", t => t.cdouble(), ScalarType.ComplexFloat64 },
        { "type", t => t.type(int16), ScalarType.Int16 },
        { "type of a function", t => t.type(x => x.@double()), ScalarType.Float64 },
        { "type_as", t => t.type_as(tensor(1.0)), ScalarType.Float64 },
        { "to another", t => t.to(tensor(1.0)), ScalarType.Float64 },
        { "to a type", t => t.to(float64, copy: true), ScalarType.Float64 },
        { "to a type and a device", t => t.to(float64, CPU), ScalarType.Float64 },
        { "to_type", t => t.to_type(float64), ScalarType.Float64 },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void Elements_are_converted(string name, Func<Tensor, Tensor> convert, ScalarType type)
    {
        using var scope = NewDisposeScope();
        var converted = convert(tensor([0f, 1f, 2f]));

        Assert.NotEmpty(name);
        Assert.Equal(type, converted.dtype);
        Assert.Equal(type == ScalarType.Bool ? [0.0, 1.0, 1.0] : [0.0, 1.0, 2.0], converted.to_type(cdouble).real.data<double>().ToArray());
    }

    [Fact]
    public void Devices_are_named_in_every_form()
    {
        using var scope = NewDisposeScope();
        var numbers = ones(2);

        foreach (var moved in new[] { numbers.cpu(), numbers.to(CPU), numbers.to("cpu"), numbers.to(DeviceType.CPU), numbers.to(DeviceType.CPU, -1, copy: true) })
            TensorAssert.Same(numbers, moved);
        Assert.Equal(META, numbers.to("meta").device);
        Assert.NotSame(numbers, numbers.cpu());
    }

    [Fact]
    public void The_source_is_freed_where_that_is_wanted()
    {
        using var scope = NewDisposeScope();
        Tensor first = ones(2), second = ones(2), third = ones(2);

        first.to(float64, disposeAfter: true);
        second.to(CPU, copy: true, disposeAfter: true);
        third.to_type(float32, disposeAfter: true);

        Assert.True(first.IsInvalid && second.IsInvalid && third.IsInvalid);
    }

    [Fact]
    public void Copies_have_memory_of_their_own_and_views_share_it()
    {
        using var scope = NewDisposeScope();
        var numbers = arange(6f).reshape(2, 3);
        Tensor copy = numbers.clone(), converted = numbers.to(float32, copy: true), view = numbers.alias(), pinned = numbers.pin_memory();
        numbers.fill_(9);

        Assert.Equal(5f, copy[1, 2].item<float>());
        Assert.Equal(5f, converted[1, 2].item<float>());
        Assert.Equal(9f, view[1, 2].item<float>());
        Assert.Equal(9f, pinned[1, 2].item<float>());
        Assert.True(numbers.t().contiguous().is_contiguous());
        Assert.Equal(9f, numbers.detach()[0, 0].item<float>());
    }

    [Fact]
    public void A_tensor_takes_the_values_or_the_memory_of_another()
    {
        using var scope = NewDisposeScope();
        var target = zeros(2);
        Assert.Same(target, target.copy_(tensor([3L, 4L])));
        Assert.Equal([3f, 4f], target.data<float>().ToArray());
        var source = tensor([5f, 6f, 7f]);
        Assert.Same(target, target.set_(source));
        source[0] = 8;

        Assert.Equal([8f, 6f, 7f], target.data<float>().ToArray());
    }

    [Fact]
    public void Sparse_tensors_are_made_and_unmade()
    {
        using var scope = NewDisposeScope();
        var dense = tensor(new[,] { { 0f, 2f }, { 3f, 0f } });
        var sparse = dense.to_sparse();

        Assert.True(sparse.is_sparse && dense.to_sparse(1).is_sparse);
        TensorAssert.Same(dense, sparse.to_dense());
        TensorAssert.Same(dense, dense.to_sparse(1).to_dense());
        Assert.Equal(new[,] { { 0L, 1 }, { 1, 0 } }, sparse.SparseIndices.data<long>().ToNDArray());
        Assert.Equal([2f, 3f], sparse.SparseValues.data<float>().ToArray());
        Assert.Contains("to_sparse", Assert.Throws<InvalidOperationException>(() => dense.SparseValues).Message);
        Assert.Contains("to_dense", Assert.Throws<InvalidOperationException>(() => sparse.data<float>()).Message);
    }

    [Fact]
    public void A_parameter_is_made_of_a_tensor() => Assert.True(ones(2).AsParameter().requires_grad);

    [Fact]
    public void Gradients_are_asked_for_in_every_form()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1f, 2f], requires_grad: true);
        Tensor y = x * x, weights = tensor([10f, 100f]);

        y.backward([weights], retain_graph: true);
        autograd.backward([y], [weights], retain_graph: true);
        autograd.backward(y, [weights], retain_graph: true);
        autograd.backward(y, weights, retain_graph: true, inputs: [x]);
        y.backward([weights], create_graph: false, inputs: [x]);

        Assert.Equal([100f, 2000f], x.grad!.data<float>().ToArray());
        Assert.Null(autograd.grad([(x * 2).sum()], [x, ones(1, requires_grad: true)], allow_unused: true)[1]);
    }
}
