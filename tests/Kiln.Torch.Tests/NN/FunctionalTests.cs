using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.NN;

/// <summary>What functions of torch.nn.functional do beyond their values: overwriting, twins, and the caller's mistakes.</summary>
public sealed class FunctionalTests
{
    private static readonly Dictionary<string, Func<Tensor, bool, Tensor>> Overwriting = new()
    {
        ["relu"] = (x, inplace) => functional.relu(x, inplace),
        ["relu6"] = (x, inplace) => functional.relu6(x, inplace),
        ["leaky_relu"] = (x, inplace) => functional.leaky_relu(x, 0.2, inplace),
        ["rrelu"] = (x, inplace) => functional.rrelu(x, inplace: inplace),
        ["elu"] = (x, inplace) => functional.elu(x, 0.7, inplace),
        ["celu"] = (x, inplace) => functional.celu(x, 0.7, inplace),
        ["selu"] = (x, inplace) => functional.selu(x, inplace),
        ["silu"] = (x, inplace) => functional.silu(x, inplace),
        ["SiLU"] = (x, inplace) => functional.SiLU(x, inplace),
        ["mish"] = (x, inplace) => functional.mish(x, inplace),
        ["gelu"] = (x, inplace) => functional.gelu(x, inplace),
        ["gelu tanh"] = (x, inplace) => functional.gelu(x, TorchSharp.Modules.GELU.Approximate.tanh, inplace),
        ["sigmoid"] = (x, inplace) => functional.sigmoid(x, inplace),
        ["tanh"] = (x, inplace) => functional.tanh(x, inplace),
        ["softsign"] = (x, inplace) => functional.softsign(x, inplace),
        ["tanhshrink"] = (x, inplace) => functional.tanhshrink(x, inplace),
        ["hardsigmoid"] = (x, inplace) => functional.hardsigmoid(x, inplace),
        ["hardswish"] = (x, inplace) => functional.hardswish(x, inplace),
        ["hardtanh"] = (x, inplace) => functional.hardtanh(x, inplace: inplace),
        ["Hardtanh"] = (x, inplace) => functional.Hardtanh(x, inplace: inplace),
        ["threshold"] = (x, inplace) => functional.threshold(x, 0.1, 2, inplace),
        ["Threshold"] = (x, inplace) => functional.Threshold(x, 0.1, 2, inplace),
        ["dropout"] = (x, inplace) => functional.dropout(x, inplace: inplace),
        ["dropout1d"] = (x, inplace) => functional.dropout1d(x, inplace: inplace),
        ["dropout2d"] = (x, inplace) => functional.dropout2d(x.view(2, 3, 2, 2), inplace: inplace).view(4, 6),
        ["dropout3d"] = (x, inplace) => functional.dropout3d(x.view(2, 3, 1, 2, 2), inplace: inplace).view(4, 6),
        ["alpha_dropout"] = (x, inplace) => functional.alpha_dropout(x, training: true, inplace: inplace),
        ["feature_alpha_dropout"] = (x, inplace) => functional.feature_alpha_dropout(x, training: true, inplace: inplace),
    };

    public static TheoryData<string> OverwritingNames => [.. Overwriting.Keys];

    [Theory, MemberData(nameof(OverwritingNames))]
    public void In_place_the_input_holds_the_same_values_as_a_new_result(string name)
    {
        using var scope = NewDisposeScope();
        manual_seed(4);
        var input = randn(4, 6);
        var original = input.clone();
        manual_seed(5);
        var expected = Overwriting[name](input, false);
        TensorAssert.Same(original, input);

        manual_seed(5);
        var result = Overwriting[name](input, true);

        TensorAssert.Same(expected, result);
        TensorAssert.Same(expected, input);
    }

    [Fact]
    public void Capital_twins_equal_their_functions()
    {
        using var scope = NewDisposeScope();
        manual_seed(6);
        var x = randn(3, 4);
        TensorAssert.Same(functional.hardshrink(x, 0.3), functional.Hardshrink(x, lambda: 0.3));
        TensorAssert.Same(functional.softshrink(x, 0.3), functional.Softshrink(x, lambda: 0.3));
        TensorAssert.Same(functional.tanhshrink(x), functional.Tanhshrink(x));
        TensorAssert.Same(functional.softsign(x), functional.Softsign(x));
        TensorAssert.Same(functional.mish(x), functional.Mish(x));
    }

    [Fact]
    public void Sizes_may_be_numbers_tuples_or_arrays()
    {
        using var scope = NewDisposeScope();
        manual_seed(8);
        var image = randn(1, 2, 6, 6);
        var volume = randn([1, 2, 5, 5, 5]);
        TensorAssert.Same(functional.adaptive_avg_pool2d(image, 3), functional.adaptive_avg_pool2d(image, new long[] { 3, 3 }));
        TensorAssert.Same(functional.adaptive_avg_pool3d(volume, 2), functional.adaptive_avg_pool3d(volume, new long[] { 2, 2, 2 }));
        TensorAssert.Same(Drawn(() => functional.fractional_max_pool2d(image, 2, 3)), Drawn(() => functional.fractional_max_pool2d(image, new long[] { 2, 2 }, output_size: new long[] { 3, 3 })));
        TensorAssert.Same(Drawn(() => functional.fractional_max_pool2d_with_indices(image, 2, 3).Indices), Drawn(() => functional.fractional_max_pool2d_with_indices(image, (2, 2), output_ratio: (0.5, 0.5)).Indices));
        TensorAssert.Same(Drawn(() => functional.fractional_max_pool2d_with_indices(image, 2, 3).Indices), Drawn(() => functional.fractional_max_pool2d_with_indices(image, new long[] { 2, 2 }, output_ratio: new[] { 0.5, 0.5 }).Indices));
        TensorAssert.Same(Drawn(() => functional.fractional_max_pool3d(volume, 2, 3)), Drawn(() => functional.fractional_max_pool3d(volume, new long[] { 2, 2, 2 }, output_size: new long[] { 3, 3, 3 })));
        TensorAssert.Same(Drawn(() => functional.fractional_max_pool3d_with_indices(volume, 2, 2).Values), Drawn(() => functional.fractional_max_pool3d_with_indices(volume, (2, 2, 2), output_ratio: (0.5, 0.5, 0.5)).Values));
        TensorAssert.Same(Drawn(() => functional.fractional_max_pool3d_with_indices(volume, 2, 2).Values), Drawn(() => functional.fractional_max_pool3d_with_indices(volume, new long[] { 2, 2, 2 }, output_ratio: new[] { 0.5, 0.5, 0.5 }).Values));
    }

    [Fact]
    public void Upsampling_by_the_nearest_pixel_copies_pixels()
    {
        using var scope = NewDisposeScope();
        var image = arange(4, float32).view(1, 1, 2, 2);
        var expected = tensor(new float[] { 0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3 }).view(1, 1, 4, 4);
        TensorAssert.Same(expected, functional.upsample_nearest(image, scale_factor: [2]));
        TensorAssert.Same(expected, functional.upsample(image, size: [4, 4]));
        TensorAssert.Same(expected, functional.interpolate(image, size: [4]));
    }

    [Fact]
    public void Resizing_refuses_what_does_not_fit_and_says_what_does()
    {
        using var scope = NewDisposeScope();
        var image = zeros(1, 1, 2, 2);
        Assert.Contains("got neither", Assert.Throws<ArgumentException>(() => functional.interpolate(image)).Message);
        Assert.Contains("got both", Assert.Throws<ArgumentException>(() => functional.interpolate(image, size: [2], scale_factor: [2])).Message);
        Assert.Contains("got 3", Assert.Throws<ArgumentException>(() => functional.interpolate(image, size: [2, 2, 2])).Message);
        Assert.Contains("Linear for (N, C, L)", Assert.Throws<ArgumentException>(() => functional.interpolate(image, size: [2], mode: InterpolationMode.Trilinear)).Message);
        Assert.Contains("no align_corners", Assert.Throws<ArgumentException>(() => functional.interpolate(image, size: [2], align_corners: true)).Message);
        Assert.Contains("antialias only", Assert.Throws<ArgumentException>(() => functional.interpolate(image, size: [2], antialias: true)).Message);
        Assert.Contains("unsqueeze", Assert.Throws<ArgumentException>(() => functional.interpolate(zeros(2, 2), size: [2])).Message);
    }

    [Fact]
    public void Mistakes_are_refused_before_libtorch_sees_them()
    {
        using var scope = NewDisposeScope();
        var image = zeros(1, 1, 4, 4);
        Assert.Throws<ArgumentOutOfRangeException>(() => functional.dropout(image, 1.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => functional.dropout3d(image, -0.1));
        Assert.Throws<ArgumentNullException>(() => functional.affine_grid(zeros(1, 2, 3)));
        Assert.Contains("got (4)", Assert.Throws<ArgumentException>(() => functional.softmax2d(zeros(4))).Message);
        Assert.Contains("three dimensions", Assert.Throws<ArgumentException>(() => functional.local_response_norm(zeros(4, 4), 2)).Message);
        Assert.Contains("got neither", Assert.Throws<ArgumentException>(() => functional.fractional_max_pool2d(image, 2)).Message);
        Assert.Contains("got both", Assert.Throws<ArgumentException>(() => functional.scaled_dot_product_attention(image, image, image, zeros(4, 4), is_casual: true)).Message);
        var (values, indices) = functional.max_pool2d_with_indices(image, [2, 2]);
        Assert.Contains("near (4, 4)", Assert.Throws<ArgumentException>(() => functional.max_unpool2d(values, indices, [2, 2], output_size: [9, 9])).Message);
    }

    [Fact]
    public void Composed_functions_leave_only_their_result_behind()
    {
        using var scope = NewDisposeScope();
        var x = rand(1, 2, 4, 4);
        long before = LivingTensors.Settled();
        using var a = functional.softsign(x);
        using var b = functional.local_response_norm(x, 2);
        using var c = functional.scaled_dot_product_attention(x, x, x, is_casual: true, p: 0.1);
        using var d = functional.lp_pool2d(x, 2, 2);
        using var e = functional.normalize(x);
        using var f = functional.fractional_max_pool2d(x, 2, 2);
        using var g = functional.gaussian_nll_loss(x, x, x);
        Assert.Equal(before + 7, Tensor.TotalCount);
    }

    private static Tensor Drawn(Func<Tensor> function)
    {
        manual_seed(9);
        return function();
    }
}
