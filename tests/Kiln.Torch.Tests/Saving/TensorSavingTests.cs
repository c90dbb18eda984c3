using System.Numerics;
using TorchSharp;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Saving;

public class TensorSavingTests
{
    public static TheoryData<ScalarType> Types =>
        [.. Enum.GetValues<ScalarType>().Where(type => type is not (ScalarType.QInt8 or ScalarType.QUInt8 or ScalarType.QInt32))];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_type_of_element_comes_back_from_a_file(ScalarType type)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var saved = (randn(2, 3) * 4).to_type(type);

        TensorAssert.Same(saved, Read(Written(saved)));
    }

    [Fact]
    public void The_bytes_are_TorchSharps()
    {
        using var scope = NewDisposeScope();

        // dtype Int16 = 2, rank 1, size 200 in two bytes, then the elements in little-endian order.
        Assert.Equal([2, 1, 200, 1, .. new byte[400]], Written(zeros([200], int16)));
        Assert.Equal([6, 0, 0, 0, 128, 63], Written(tensor(1f)));
    }

    [Fact]
    public void Views_and_empty_tensors_come_back()
    {
        using var scope = NewDisposeScope();
        var view = arange(12).reshape(3, 4).t()[TensorIndex.Slice(step: 2)];
        var conjugate = Ops.conj(tensor(new Complex(1, 2)));

        TensorAssert.Same(view, Read(Written(view)));
        TensorAssert.Same(zeros(0, 3), Read(Written(zeros(0, 3))));
        Assert.Equal(new Complex(1, -2), Read(Written(conjugate)).item<Complex>());
    }

    [Fact]
    public void A_stream_that_cannot_be_searched_is_read_too()
    {
        using var scope = NewDisposeScope();
        var saved = arange(700_000);

        using var reader = new BinaryReader(new OneWayStream(Written(saved)));
        TensorAssert.Same(saved, TensorExtensionMethods.Load(reader));
    }

    [Fact]
    public void A_tensor_is_filled_in_place()
    {
        using var scope = NewDisposeScope();
        var saved = arange(6f).reshape(2, 3);
        var target = zeros(2, 3);
        var transposed = zeros(3, 2).t();
        Tensor? missing = null;

        using (var reader = ReaderOf(saved)) target.Load(reader);
        using (var reader = ReaderOf(saved)) transposed.Load(reader);
        using (var reader = ReaderOf(saved)) TensorExtensionMethods.Load(ref missing, reader);
        using (var reader = ReaderOf(saved)) TensorExtensionMethods.Load(ref missing, reader);

        TensorAssert.Same(saved, target);
        TensorAssert.Same(saved, transposed);
        TensorAssert.Same(saved, missing!);
    }

    [Fact]
    public void A_skipped_tensor_changes_nothing_and_the_next_one_is_found()
    {
        using var scope = NewDisposeScope();
        byte[] both = [.. Written(ones(3)), .. Written(tensor(5L))];
        var target = zeros(2);
        using var reader = new BinaryReader(new MemoryStream(both));
        using var oneWay = new BinaryReader(new OneWayStream(both));

        target.Load(reader, skip: true);
        TensorAssert.Same(zeros(3), TensorExtensionMethods.Load(oneWay, skip: true));

        Assert.Equal(5, TensorExtensionMethods.Load(reader).ToInt64());
        Assert.Equal(5, TensorExtensionMethods.Load(oneWay).ToInt64());
        TensorAssert.Same(zeros(2), target);
    }

    [Fact]
    public void A_tensor_of_other_sizes_or_type_is_refused()
    {
        using var scope = NewDisposeScope();
        using var first = ReaderOf(ones(2, 3));
        using var second = ReaderOf(ones(2, 3));

        Assert.Contains("(2, 3) of Float32", Assert.Throws<ArgumentException>(() => zeros(3, 2).Load(first)).Message);
        Assert.Throws<ArgumentException>(() => zeros([2, 3], float64).Load(second));
    }

    [Fact]
    public void A_sparse_tensor_says_how_to_be_saved()
    {
        using var scope = NewDisposeScope();
        Assert.Contains("to_dense()", Assert.Throws<NotSupportedException>(() => Written(eye(3).to_sparse())).Message);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused()
    {
        using var scope = NewDisposeScope();
        var whole = Written(ones(3, 2));
        for (var length = 0; length < whole.Length; length++)
        {
            var cut = whole[..length];
            Assert.Throws<InvalidDataException>(() => Read(cut));
            Assert.Throws<InvalidDataException>(() => TensorExtensionMethods.Load(new BinaryReader(new OneWayStream(cut))));
        }
    }

    public static TheoryData<string, byte[]> Damaged => new()
    {
        { "no such type", [99, 0] },
        { "a type of quantised numbers", [12, 0, 0] },
        { "a thousand dimensions", [6, 0xE8, 7] },
        { "sizes whose product overflows", [6, 3, .. Long, .. Long, .. Long] },
        { "more elements than a file can hold", [6, 1, .. Long] },
        { "an endless number", [6, .. Enumerable.Repeat((byte)0xFF, 20)] },
    };

    private static byte[] Long => [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F];

    [Theory]
    [MemberData(nameof(Damaged))]
    public void A_damaged_head_is_refused_and_nothing_is_allocated(string what, byte[] file)
    {
        Assert.NotEmpty(what);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => Read(file));
        Assert.Throws<InvalidDataException>(() => TensorExtensionMethods.Load(new BinaryReader(new OneWayStream(file))));

        // The piece that a one-way stream is read in is the most.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 << 20);
    }

    internal static byte[] Written(Tensor tensor)
    {
        using var stream = new MemoryStream();
        tensor.Save(stream);
        return stream.ToArray();
    }

    private static BinaryReader ReaderOf(Tensor tensor) => new(new MemoryStream(Written(tensor)));

    private static Tensor Read(byte[] bytes) => Tensor.Load(new MemoryStream(bytes));
}
