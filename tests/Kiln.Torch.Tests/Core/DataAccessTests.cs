using System.Collections;
using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Core;

/// <summary>Elements read and written from .NET.</summary>
public class DataAccessTests
{
    [Fact]
    public void The_only_element_is_read_in_its_type()
    {
        using var scope = NewDisposeScope();
        Assert.Equal((byte)7, tensor((byte)7).item<byte>());
        Assert.Equal((sbyte)7, tensor((sbyte)7).item<sbyte>());
        Assert.Equal((short)7, tensor((short)7).item<short>());
        Assert.Equal(7, tensor(7).item<int>());
        Assert.Equal(7L, tensor(7L).item<long>());
        Assert.Equal((Half)7, tensor((Half)7).item<Half>());
        Assert.Equal((BFloat16)7f, tensor((BFloat16)7f).item<BFloat16>());
        Assert.Equal(7f, tensor(7f).item<float>());
        Assert.Equal(7d, tensor(7d).item<double>());
        Assert.True(tensor(true).item<bool>());
        Assert.Equal((7f, 8f), tensor((7f, 8f)).item<(float, float)>());
        Assert.Equal(new Complex(7, 8), tensor(new Complex(7, 8)).item<Complex>());
        Assert.Equal(5f, arange(6f).reshape(2, 3).t()[2, 1].item<float>());
    }

    [Fact]
    public void The_only_element_is_converted_by_extension()
    {
        using var scope = NewDisposeScope();
        var number = tensor(3.0);

        Assert.Equal(((byte)3, (sbyte)3, (short)3, 3, 3L), (number.ToByte(), number.ToSByte(), number.ToInt16(), number.ToInt32(), number.ToInt64()));
        Assert.Equal(((Half)3, (BFloat16)3f, 3f, 3d, true), (number.ToHalf(), number.ToBFloat16(), number.ToSingle(), number.ToDouble(), number.ToBoolean()));
        Assert.Equal(((3f, 0f), (3f, 0f)), (number.ToComplex32(), number.ToComplexFloat32()));
        Assert.Equal((new Complex(3, 0), new Complex(3, 0)), (number.ToComplex64(), number.ToComplexFloat64()));
        Assert.Equal(ScalarType.Float64, number.ToScalar().Type);
    }

    [Fact]
    public void Elements_become_nested_lists()
    {
        using var scope = NewDisposeScope();
        var lists = Assert.IsType<ArrayList>(arange(4).reshape(2, 2).tolist());

        Assert.Equal([2, 3], Assert.IsType<ArrayList>(lists[1]).Cast<Scalar>().Select(scalar => scalar.ToInt32()));
        Assert.Equal(5, Assert.IsType<Scalar>(tensor(5).tolist()).ToInt32());
        Assert.Equal(3, scope.DisposablesCount);
    }

    [Fact]
    public void Raw_bytes_are_read_and_written()
    {
        using var scope = NewDisposeScope();
        var numbers = tensor([1, 2]);
        numbers.bytes = new byte[] { 5, 0, 0, 0, 6, 0, 0, 0 };

        Assert.Equal([5, 6], numbers.data<int>().ToArray());
        Assert.Equal([5, 0, 0, 0, 6, 0, 0, 0], numbers.bytes.ToArray());
        Assert.Contains("contiguous", Assert.Throws<InvalidOperationException>(() => zeros(2, 3).t().bytes.Length).Message);
    }

    [Fact]
    public void A_gradient_that_is_known_to_be_zero_is_read_like_any_other()
    {
        using var scope = NewDisposeScope();
        var x = tensor([1f, -2f], requires_grad: true);
        x.sgn().sum().backward();

        Assert.Equal([0f, 0f], x.grad!.data<float>().ToArray());
        Assert.Equal("[0, 0]", x.grad!.npstr());
        Assert.Equal(0f, x.grad![0].item<float>());
        Assert.Equal([0f, 0f], Tensor.Load(new MemoryStream(Saving.TensorSavingTests.Written(x.grad!))).data<float>().ToArray());
    }

    [Fact]
    public void Single_elements_are_read_by_their_place()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(2f, arange(4f).reshape(2, 2).t().ReadCpuSingle(1));
        Assert.Equal(1d, tensor([0.0, 1.0]).ReadCpuDouble(1));
        Assert.Equal(1, tensor([0, 1]).ReadCpuInt32(1));
        Assert.Equal(1L, arange(2).ReadCpuInt64(1));
        Assert.Equal((byte)1, tensor([(byte)0, (byte)1]).ReadCpuByte(1));
        Assert.True(tensor([false, true]).ReadCpuBool(1));
        Assert.Throws<IndexOutOfRangeException>(() => arange(2).ReadCpuInt64(2));
    }

    [Fact]
    public void Arrays_and_numbers_become_tensors_by_extension()
    {
        using var scope = NewDisposeScope();
        Assert.Equal([2, 1], new[] { 1f, 2f }.ToTensor([2, 1]).shape);
        Assert.True(new[] { 1f }.ToTensor([1], doCopy: true, requires_grad: true).requires_grad);
        Assert.Equal(0, 3.ToTensor().ndim);
        Assert.Equal(bfloat16, ((BFloat16)1f).ToTensor(CPU).dtype);
        Assert.Equal(24, new long[] { 2, 3, 4 }.TotalSize());
        Assert.Equal(8, float64.ElementSize());
    }

    [Fact]
    public void An_accessor_is_read_by_places_and_by_indices()
    {
        using var scope = NewDisposeScope();
        using var elements = arange(6).reshape(2, 3).t().data<long>();

        Assert.Equal((6L, false), (elements.Count, elements.IsReadOnly));
        Assert.Equal(3, elements[1]);
        Assert.Equal(4, elements[1, 1]);
        Assert.Equal(5, elements[-1, -1]);
        Assert.Equal([0, 3, 1, 4, 2, 5], elements);
        Assert.Throws<IndexOutOfRangeException>(() => elements[6]);
        Assert.Throws<IndexOutOfRangeException>(() => elements[3, 0]);
        Assert.Throws<IndexOutOfRangeException>(() => elements[0, 0, 0]);
        Assert.Throws<IndexOutOfRangeException>(() => tensor([1]).data<int>()[1]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_accessor_copies_parts_both_ways(bool transposed)
    {
        using var scope = NewDisposeScope();
        var matrix = transposed ? zeros(3, 2).t() : zeros(2, 3);
        var elements = matrix.data<float>();
        elements.CopyFrom(new[] { 9f, 1f, 2f, 3f }, arrayIndex: 1, tensorIndex: 2);
        elements.CopyFrom((ReadOnlySpan<float>)[7f]);
        elements[5] = 8;
        elements[0, 1] = 6;

        Assert.Equal([7f, 6f, 1f, 2f, 3f, 8f], elements.ToArray());
        var array = new float[4];
        elements.CopyTo(array, arrayIndex: 2, tensorIndex: 4);
        Assert.Equal([0f, 0f, 3f, 8f], array);
        elements.CopyTo(array.AsSpan(), tensorIndex: 1);
        Assert.Equal([6f, 1f, 2f, 3f], array);
        Assert.Equal(new[,] { { 7f, 6f, 1f }, { 2f, 3f, 8f } }, elements.ToNDArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => elements.CopyTo(array, tensorIndex: -1));
    }

    [Fact]
    public void Accessors_are_equal_if_their_elements_are()
    {
        using var scope = NewDisposeScope();
        var first = arange(3).data<long>();
        var same = arange(3).data<long>();
        var other = arange(4).data<long>();

        Assert.True(first == same && first != other && !first.Equals((object)"accessor"));
        Assert.True(first.Equals((object)same));
        Assert.Equal(first.GetHashCode(), same.GetHashCode());
        Assert.Equal(0, zeros(0).data<float>().GetHashCode());
        Assert.Equal([5], (int[])tensor(5).data<int>().ToNDArray());
    }

    [Fact]
    public void An_accessor_of_a_disposed_tensor_is_refused()
    {
        var numbers = ones(2);
        var elements = numbers.data<float>();
        numbers.Dispose();

        Assert.Throws<ObjectDisposedException>(() => elements[0]);
        Assert.Throws<ObjectDisposedException>(() => elements.ToArray());
    }

    [Fact]
    public void A_storage_is_all_the_memory_of_a_tensor_and_its_views()
    {
        using var scope = NewDisposeScope();
        var numbers = arange(6);
        var storage = numbers[2..4].storage<long>();

        Assert.Equal((6, 8, 48UL, false), (storage.Count, storage.element_size(), storage.nbytes(), storage.IsReadOnly));
        storage[0] = 10;
        storage[(1, 3)] = 20;
        storage[4..] = storage[..2];
        Assert.Equal([10L, 20, 20, 3, 10, 20], numbers.data<long>().ToArray());
        Assert.Equal([20L, 3], storage[2..4].ToArray());
        Assert.Throws<ArgumentException>(() => storage[..3] = storage[..2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => storage[(0, 7)]);
        Assert.Throws<IndexOutOfRangeException>(() => storage[6]);
    }

    [Fact]
    public void A_storage_is_filled_searched_and_copied()
    {
        using var scope = NewDisposeScope();
        using var storage = zeros(3).storage<float>();
        storage.fill_(2);
        storage.copy_([1f]);
        storage.CopyFrom([0f, 5f], 1);

        Assert.Equal([5f, 2f, 2f], storage.tolist());
        Assert.Equal([5f, 2f, 2f], storage);
        Assert.True(storage.Contains(5f) && !storage.Contains(1f));
        var array = new float[2];
        storage.CopyTo(array, 1);
        Assert.Equal([0f, 5f], array);
        Assert.Equal((CPU, true), (storage.device, storage.data_ptr() != 0));
        Assert.Same(storage, storage.cpu());
        Assert.Throws<InvalidOperationException>(() => storage.cuda());
        Storage<float> value = 1f;
        Assert.Throws<InvalidOperationException>(value.ToArray);
    }

    [Fact]
    public void A_storage_is_converted()
    {
        using var scope = NewDisposeScope();
        var storage = tensor([0f, 1f]).storage<float>();

        Assert.Equal([false, true], storage.@bool());
        Assert.Equal([(byte)0, (byte)1], storage.@byte());
        Assert.Equal([(sbyte)0, (sbyte)1], storage.@char());
        Assert.Equal([0, 1], storage.@int());
        Assert.Equal([0L, 1L], storage.@long());
        Assert.Equal([0f, 1f], storage.@float());
        Assert.Equal([0d, 1d], storage.@double());
        Assert.Equal([(0f, 0f), (1f, 0f)], storage.complex_float());
        Assert.Equal([Complex.Zero, Complex.One], storage.complex_double());
        Assert.Throws<InvalidOperationException>(() => zeros(2, device: META).storage<float>());
    }
}
