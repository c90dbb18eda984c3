using System.Text.Json;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.NN;

/// <summary>torch.nn.utils: clipping by value, vectors of parameters, fusion.</summary>
public sealed class UtilsTests
{
    private static readonly JsonElement Fusion = Golden.File("NN", "fusion.json");

    [Fact]
    public void Gradients_are_clipped_to_a_value()
    {
        using var scope = NewDisposeScope();
        var parameters = new[] { Parameter(zeros(3)), Parameter(zeros(2)) };
        parameters[0].grad = tensor(new[] { -3f, 0.25f, 3f });

        nn.utils.clip_grad_value_(parameters, clip_value: 0.5);

        TensorAssert.Same(tensor(new[] { -0.5f, 0.25f, 0.5f }), parameters[0].grad!);
        Assert.Null(parameters[1].grad);
    }

    [Fact]
    public void Without_gradients_the_norm_is_zero()
    {
        using var scope = NewDisposeScope();
        Assert.Equal(0, nn.utils.clip_grad_norm_([Parameter(zeros(3))], max_norm: 1, norm_type: 2));
    }

    [Fact]
    public void Parameters_become_a_vector_and_come_back_from_one()
    {
        using var scope = NewDisposeScope();
        var parameters = new[] { Parameter(arange(6, float32).view(2, 3)), Parameter(tensor(7f)), Parameter(zeros(2)) };
        var vector = nn.utils.parameters_to_vector(parameters);
        TensorAssert.Same(tensor(new[] { 0f, 1, 2, 3, 4, 5, 7, 0, 0 }), vector.detach());

        nn.utils.vector_to_parameters((vector * 2).detach(), parameters);

        TensorAssert.Same(arange(6, float32).view(2, 3) * 2, parameters[0].detach());
        TensorAssert.Same(tensor(14f), parameters[1].detach());
        vector.sum().backward();
        TensorAssert.Same(ones(2, 3), parameters[0].grad!);
    }

    [Fact]
    public void A_vector_of_another_length_is_refused()
    {
        using var scope = NewDisposeScope();
        var parameters = new[] { Parameter(zeros(2, 3)) };
        Assert.Contains("expected (6)", Assert.Throws<ArgumentException>(() => nn.utils.vector_to_parameters(zeros(5), parameters)).Message);
        Assert.Throws<ArgumentException>(() => nn.utils.parameters_to_vector([]));
    }

    [Fact]
    public void Fused_weights_equal_those_of_Python()
    {
        using var scope = NewDisposeScope();
        var (mean, variance, scale, shift, bias) = (Given("mean"), Given("variance"), Given("scale"), Given("shift"), Given("bias"));
        var kernels = Given("kernels").view(3, 3, 2);
        Check("conv", nn.utils.fuse_conv_bn_weights(kernels, bias, mean, variance, 0.1, scale, shift));
        Check("conv transposed", nn.utils.fuse_conv_bn_weights(kernels, null, mean, variance, bn_eps: 0.1, null, null, transpose: true));
        Check("linear", nn.utils.fuse_linear_bn_weights(Given("matrix").view(3, 4), bias, mean, variance, 0.1, scale, shift));
    }

    [Fact]
    public void A_fused_layer_does_what_both_did()
    {
        using var scope = NewDisposeScope();
        manual_seed(11);
        using var linear = Linear(4, 3);
        using var norm = BatchNorm1d(3);
        norm.call(linear.call(randn(8, 4)));
        Assert.Contains("Call eval() first", Assert.Throws<ArgumentException>(() => nn.utils.fuse_linear_bn_eval(linear, norm)).Message);
        linear.eval();
        norm.eval();

        using var fused = nn.utils.fuse_linear_bn_eval(linear, norm);

        var x = randn(5, 4);
        TensorAssert.Close(norm.call(linear.call(x)), fused.call(x));
        Assert.False(fused.training);
    }

    private static Tensor Given(string name) => tensor(Golden.Floats(Fusion.GetProperty(name)));

    private static void Check(string name, (TorchSharp.Modules.Parameter weight, TorchSharp.Modules.Parameter bias) fused)
    {
        Golden.Close(Golden.Floats(Fusion.GetProperty(name)[0]), fused.weight, 1e-6, name + " weight");
        Golden.Close(Golden.Floats(Fusion.GetProperty(name)[1]), fused.bias, 1e-6, name + " bias");
        Assert.True(fused.weight.requires_grad && fused.weight.is_leaf);
    }
}
