using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Members;

/// <summary>Which overload of a factory TorchSharp's code means, and what all factories have in common.</summary>
public class FactoryTests
{
    [Fact]
    public void An_array_makes_a_tensor_of_its_own_type()
    {
        Assert.Equal(ScalarType.Int32, tensor(new[] { 1, 2, 3 }).dtype);
        Assert.Equal(ScalarType.Float32, tensor(new[] { 1f, 2f }).dtype);
        Assert.Equal(ScalarType.Float64, tensor([1.0, 2.0]).dtype);
        Assert.Equal(ScalarType.Int64, tensor(new List<long> { 1, 2 }).dtype);
        Assert.Equal(ScalarType.Bool, tensor(new[] { true, false }).dtype);
    }

    [Fact]
    public void A_stretch_of_an_array_makes_a_tensor()
    {
        var numbers = new[] { 1f, 2, 3, 4 };

        TensorAssert.Same(tensor([2f, 3f]), frombuffer(numbers, float32, count: 2, offset: 1));
        TensorAssert.Same(tensor([3f, 4f]), frombuffer(numbers, float32, offset: 2));
        Assert.True(frombuffer(numbers, float32, requires_grad: true).requires_grad);
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(2, 3)]
    [InlineData(-1, 5)]
    [InlineData(1, -1)]
    public void A_stretch_beyond_the_array_is_refused(long count, long offset) =>
        Assert.Throws<ArgumentException>(() => frombuffer(new[] { 1f, 2, 3, 4 }, float32, count, offset));

    [Fact]
    public void A_stretch_of_another_type_is_refused() =>
        Assert.Throws<ArgumentException>(() => frombuffer(new[] { 1f }, float64));

    [Fact]
    public void A_tensor_as_a_tensor_is_itself_or_converted()
    {
        var x = tensor([1f, 2f]);

        TensorAssert.Same(x, as_tensor(x));
        Assert.Equal(ScalarType.Int64, as_tensor(x, int64).dtype);
        Assert.Equal(ScalarType.Int64, as_tensor(x, int64, CPU).dtype);
    }

    [Fact]
    public void A_number_makes_a_tensor_without_dimensions()
    {
        Assert.Empty(tensor(3.0f).shape);
        Assert.Equal(ScalarType.Int64, tensor(3, int64).dtype);
        Assert.Equal(ScalarType.Float64, tensor(3, dtype: float64).dtype);
        Assert.True(tensor(3.0, requires_grad: true).requires_grad);
        Assert.Equal(ScalarType.Int32, tensor(3, CPU).dtype);
    }

    [Fact]
    public void Sizes_come_as_an_array_a_list_of_numbers_or_in_brackets()
    {
        var numbers = new[] { 1f, 2, 3, 4, 5, 6 };

        Assert.Equal([2, 3], tensor(numbers, new long[] { 2, 3 }).shape);
        Assert.Equal([2, 3], tensor(numbers, [2, 3]).shape);
        Assert.Equal([2, 3], tensor(numbers, 2, 3).shape);
        Assert.Equal([6, 1], tensor(numbers.AsMemory(), [6, 1], dtype: float64).shape);
        Assert.Equal([2, 3], zeros(2, 3).shape);
        Assert.Equal([2, 3], zeros([2, 3]).shape);
        Assert.Equal([2, 3L], ones(2L, 3L, dtype: int32).shape);
        Assert.Equal([3, 4], rand(new long[] { 3, 4 }, device: CPU).shape);
    }

    [Fact]
    public void Memory_that_nobody_filled_has_the_sizes_asked_for()
    {
        foreach (var made in new[]
                 {
                     empty([2, 1, 1, 1]), empty(new long[] { 2 }), empty(2L), empty(2L, 1L), empty(2L, 1L, 1L), empty(2L, 1L, 1L, 1L),
                     empty(2), empty(2, 1), empty(2, 1, 1), empty(2, 1, 1, 1),
                 })
            Assert.Equal((2, ScalarType.Float32), (made.numel(), made.dtype));
        var like = zeros(3, dtype: int16);
        foreach (var made in new[]
                 {
                     like.new_empty([2, 1, 1, 1]), like.new_empty(new long[] { 2 }), like.new_empty(2), like.new_empty(2, 1), like.new_empty(2, 1, 1),
                     like.new_empty(2, 1, 1, 1),
                 })
            Assert.Equal((2, ScalarType.Int16), (made.numel(), made.dtype));
        Assert.Equal((3, ScalarType.Int16), (like.empty_like().numel(), empty_like(like).dtype));
    }

    [Fact]
    public void The_default_type_is_used_where_none_is_named()
    {
        set_default_dtype(ScalarType.Float64);
        try
        {
            Assert.Equal(ScalarType.Float64, rand(2).dtype);
            Assert.Equal(ScalarType.Float64, full(2, 0.5).dtype);
            Assert.Equal(ScalarType.Int64, full(2, 5).dtype);
            Assert.Equal(ScalarType.Float64, arange(0, 1, 0.5).dtype);
        }
        finally
        {
            set_default_dtype(ScalarType.Float32);
        }
    }

    [Fact]
    public void A_factory_marks_its_tensor_for_gradients_when_asked() =>
        Assert.All([zeros(2, requires_grad: true), randn([2], requires_grad: true), tensor([1f], requires_grad: true), eye(2, requires_grad: true)], made => Assert.True(made.requires_grad));

    [Fact]
    public void Names_of_dimensions_are_refused_with_what_to_do_instead()
    {
        var error = Assert.Throws<NotSupportedException>(() => zeros([2, 3], names: ["rows", "columns"]));

        Assert.Equal("zeros: dimensions have numbers here and no names; got the names rows, columns. Leave the argument 'names' out and count the dimensions.", error.Message);
        Assert.Throws<NotSupportedException>(() => zeros(2, 3).flatten(["rows", "columns"], "all"));
        Assert.Throws<NotSupportedException>(() => zeros(6).unflatten("all", ("rows", 2), ("columns", 3)));
    }

    [Fact]
    public void Sizes_that_ask_for_another_number_of_elements_are_an_error() =>
        Assert.Equal(
            "tensor: the sizes (2, 3) ask for 6 elements, got 5. Give as many numbers as the sizes multiply to.",
            Assert.Throws<ArgumentException>(() => tensor(new float[5], [2, 3])).Message);

    [Fact]
    public void An_array_that_is_missing_is_named() =>
        Assert.Equal("rawArray", Assert.Throws<ArgumentNullException>(() => tensor((float[])null!)).ParamName);

    [Fact]
    public void The_lists_elements_are_copied()
    {
        var list = new List<float> { 1, 2 };
        var made = tensor(list);

        list[0] = 5;

        Assert.Equal(1f, made[0].item<float>());
    }

    [Fact]
    public void An_array_of_any_rank_can_be_converted_on_its_way()
    {
        var made = from_array(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }, ScalarType.Float64, requires_grad: true);

        Assert.Equal([2, 3], made.shape);
        Assert.Equal(6.0, made[1, 2].item<double>());
        Assert.True(made.requires_grad);
    }

    [Fact]
    public void A_tensor_is_kept_where_its_type_is_the_wanted_one_and_converted_elsewhere()
    {
        var whole = tensor([1L, 2L]);

        TensorAssert.Same(whole, as_tensor(whole));
        TensorAssert.Same(tensor([1f, 2f]), as_tensor(whole, float32));
    }

    [Fact]
    public void A_stretch_of_an_array_becomes_a_tensor()
    {
        var numbers = new[] { 1f, 2, 3, 4 };

        TensorAssert.Same(tensor([2f, 3f]), frombuffer(numbers, ScalarType.Float32, count: 2, offset: 1));
        TensorAssert.Same(tensor(numbers), frombuffer(numbers, ScalarType.Float32));
        Assert.Throws<ArgumentException>(() => frombuffer(numbers, ScalarType.Float64));
    }
}
