using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Torch.Tests.Optim;

/// <summary>The step in one walk over the weights and the one of single operators give the same digits.</summary>
/// <remarks>A gradient that lies otherwise than its weight makes the optimizer take the operators.</remarks>
public sealed class FusedStepTests
{
    private const int Steps = 4;

    // Sizes around those of vectors, and one that several threads share.
    private static readonly long[][] Shapes = [[1, 2], [3, 5], [7, 9], [2, 16], [31, 33], [300, 451]];

    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, optim.Optimizer>> Optimizers = new()
    {
        ["SGD"] = p => optim.SGD(p, 0.1),
        ["SGD decay"] = p => optim.SGD(p, 0.1, weight_decay: 0.2),
        ["SGD momentum"] = p => optim.SGD(p, 0.05, momentum: 0.9),
        ["SGD dampening decay"] = p => optim.SGD(p, 0.05, momentum: 0.8, dampening: 0.3, weight_decay: 0.02),
        ["SGD nesterov"] = p => optim.SGD(p, 0.05, momentum: 0.9, nesterov: true),
        ["SGD nesterov decay maximize"] = p => optim.SGD(p, 0.05, momentum: 0.9, nesterov: true, weight_decay: 0.01, maximize: true),
        ["Adam"] = p => optim.Adam(p, 0.01),
        ["Adam decay maximize"] = p => optim.Adam(p, 0.02, 0.8, 0.95, 1e-6, weight_decay: 0.1, maximize: true),
        ["Adam amsgrad"] = p => optim.Adam(p, 0.05, 0.5, 0.6, amsgrad: true),
        ["Adam amsgrad decay"] = p => optim.Adam(p, 0.05, 0.5, 0.6, amsgrad: true, weight_decay: 0.3),
        ["AdamW"] = p => optim.AdamW(p, 0.02, weight_decay: 0.1),
        ["AdamW amsgrad"] = p => optim.AdamW(p, 0.02, 0.5, 0.6, weight_decay: 0.3, amsgrad: true),
        ["RMSProp"] = p => optim.RMSProp(p, 0.01),
        ["RMSProp decay maximize"] = p => optim.RMSProp(p, 0.01, alpha: 0.9, weight_decay: 0.05, maximize: true),
        ["RMSProp momentum"] = p => optim.RMSProp(p, 0.01, alpha: 0.9, momentum: 0.6),
        ["RMSProp centered"] = p => optim.RMSProp(p, 0.01, alpha: 0.9, centered: true, weight_decay: 0.05),
        ["RMSProp centered momentum"] = p => optim.RMSProp(p, 0.01, alpha: 0.9, momentum: 0.6, centered: true),
    };

    public static TheoryData<string, ScalarType, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, ScalarType, int>();
            foreach (string name in Optimizers.Keys)
                foreach (var (dtype, threads) in new[] { (ScalarType.Float32, 1), (ScalarType.Float64, 1), (ScalarType.Float32, 2) })
                    cases.Add(name, dtype, threads);
            return cases;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void One_walk_and_single_operators_agree_to_the_last_bit(string name, ScalarType dtype, int threads)
    {
        using var scope = NewDisposeScope();
        int before = get_num_threads();
        set_num_threads(threads);
        try
        {
            var fused = Train(name, dtype, gradient => gradient);
            var single = Train(name, dtype, gradient => gradient.t().contiguous().t());
            foreach (var (expected, actual) in single.Zip(fused)) TensorAssert.Same(expected, actual);
        }
        finally
        {
            set_num_threads(before);
        }
    }

    [Theory, InlineData("SGD momentum"), InlineData("Adam"), InlineData("RMSProp centered momentum")]
    public void Weights_that_all_lie_transposed_move_as_those_that_do_not(string name)
    {
        using var scope = NewDisposeScope();
        var plain = Train(name, ScalarType.Float32, gradient => gradient);
        var transposed = Train(name, ScalarType.Float32, gradient => gradient.t().contiguous().t(), weight => weight.t().contiguous().t());
        foreach (var (expected, actual) in plain.Zip(transposed)) TensorAssert.Same(expected, actual);
    }

    [Theory, InlineData("SGD momentum"), InlineData("Adam amsgrad"), InlineData("AdamW"), InlineData("RMSProp")]
    public void Weights_of_half_the_width_take_the_operators(string name)
    {
        using var scope = NewDisposeScope();
        var before = Weights(ScalarType.BFloat16, weight => weight);
        var after = Train(name, ScalarType.BFloat16, gradient => gradient);
        foreach (var (old, moved) in before.Zip(after))
        {
            Assert.Equal(ScalarType.BFloat16, moved.dtype);
            Assert.True(moved.isfinite().all().item<bool>());
            Assert.False(moved.Equals(old));
        }
    }

    [Theory, InlineData("SGD"), InlineData("Adam"), InlineData("RMSProp")]
    public void A_step_between_forward_and_backward_is_noticed(string name)
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(3));
        using var optimizer = Optimizers[name]([weight]);
        (weight * weight).sum().backward();
        var loss = (weight * weight).sum();
        optimizer.step();
        var error = Assert.Throws<TorchException>(loss.backward);
        Assert.Contains("modified by an inplace operation", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_leaves_gradients_and_history_alone()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(3));
        using var optimizer = optim.Adam([weight], weight_decay: 0.5, maximize: true);
        weight.grad = tensor(new[] { 1f, -2f, 3f });
        optimizer.step();
        Assert.Equal([1f, -2f, 3f], weight.grad!.data<float>().ToArray());
        Assert.True(weight.requires_grad);
        Assert.True(weight.is_leaf);
    }

    [Fact]
    public void A_gradient_that_has_a_history_itself_is_taken_by_its_values()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(3));
        using var optimizer = optim.SGD([weight], 0.25);
        (weight * weight).sum().backward(create_graph: true);
        Assert.True(weight.grad!.requires_grad);
        optimizer.step();
        Assert.Equal([0.5f, 0.5f, 0.5f], weight.data<float>().ToArray());
    }

    [Theory, InlineData("SGD"), InlineData("Adam"), InlineData("RMSProp centered momentum")]
    public void Empty_weights_and_numbers_have_steps_too(string name)
    {
        using var scope = NewDisposeScope();
        var empty = new Parameter(zeros(0, 3));
        var number = new Parameter(tensor(2f));
        using var optimizer = Optimizers[name]([empty, number]);
        (empty.sum() + number * number).backward();
        optimizer.step();
        Assert.True(number.item<float>() < 2);
    }

    [Fact]
    public void What_is_not_a_number_shows_in_the_weight_as_in_pytorch()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(tensor(new[] { float.PositiveInfinity, 1f, 1f }));
        using var optimizer = optim.Adam([weight], amsgrad: true);
        weight.grad = tensor(new[] { 1f, float.NaN, 1f });
        optimizer.step();
        weight.grad = tensor(new[] { 1f, 1f, 1f });
        optimizer.step();
        var values = weight.data<float>().ToArray();
        Assert.Equal(float.PositiveInfinity, values[0]);
        Assert.Equal(float.NaN, values[1]);
        Assert.True(float.IsFinite(values[2]));
    }

    private static List<Tensor> Weights(ScalarType dtype, Func<Tensor, Tensor> lay)
    {
        manual_seed(11);
        return [.. Shapes.Select(shape => lay(randn(shape).to(dtype)))];
    }

    private static List<Tensor> Train(string name, ScalarType dtype, Func<Tensor, Tensor> layGradient, Func<Tensor, Tensor>? layWeight = null)
    {
        var parameters = Weights(dtype, layWeight ?? (weight => weight)).ConvertAll(weight => new Parameter(weight));
        using var optimizer = Optimizers[name](parameters);
        for (int step = 0; step < Steps; step++)
        {
            foreach (var parameter in parameters)
            {
                // The second misses a step and falls behind the others.
                parameter.grad = ReferenceEquals(parameter, parameters[1]) && step == 1 ? null : layGradient(randn(parameter.shape).to(dtype));
            }
            optimizer.step();
        }
        return parameters.ConvertAll(parameter => parameter.detach());
    }
}
