using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.Optim;

public sealed class OptimizerStateTests
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, optim.Optimizer>> Optimizers =
        OptimizerGoldenTests.All.Where(entry => !entry.Key.StartsWith("LBFGS", StringComparison.Ordinal)).ToDictionary();

    public static TheoryData<string> Names => [.. Optimizers.Keys];

    [Theory, MemberData(nameof(Names))]
    public void An_optimizer_with_loaded_state_goes_on_bit_for_bit(string name)
    {
        using var scope = NewDisposeScope();
        var (model, inputs, targets) = OptimizerGoldenTests.Problem();
        using var first = (OptimizerHelper)Optimizers[name](model.parameters());
        Train(model, first, inputs, targets, 5);
        var weights = model.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone());
        using var second = (OptimizerHelper)Optimizers[name](model.parameters());
        second.load_state_dict(first.state_dict());
        Train(model, first, inputs, targets, 5);
        var expected = Values(model);
        model.load_state_dict(weights);
        Train(model, second, inputs, targets, 5);
        Assert.Equal(expected, Values(model));
    }

    [Fact]
    public void State_of_another_optimizer_is_refused_by_name()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(2, 2);
        using var sgd = optim.SGD(layer.parameters(), 0.1);
        using var adam = optim.Adam(layer.parameters());
        var error = Assert.Throws<ArgumentException>(() => adam.load_state_dict(sgd.state_dict()));
        Assert.Contains("expected the state of Adam, got that of SGD", error.Message);
    }

    [Fact]
    public void The_learning_rate_of_a_group_counts_from_the_next_step()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(1));
        using var optimizer = optim.SGD([weight], 0.5);
        weight.grad = ones(1);
        optimizer.step();
        foreach (var group in optimizer.ParamGroups) group.LearningRate = 0.25;
        optimizer.step();
        Assert.Equal(0.25f, weight.item<float>());
        Assert.Equal(0.5, optimizer.ParamGroups.Single().InitialLearningRate);
    }

    [Fact]
    public void Groups_have_options_of_their_own()
    {
        using var scope = NewDisposeScope();
        var (slow, fast) = (new Parameter(ones(1)), new Parameter(ones(1)));
        using var optimizer = optim.SGD([new SGD.ParamGroup([slow], new() { LearningRate = 0.125 }), new SGD.ParamGroup([fast])], 0.5);
        (slow.grad, fast.grad) = (ones(1), ones(1));
        optimizer.step();
        Assert.Equal((0.875f, 0.5f), (slow.item<float>(), fast.item<float>()));
    }

    [Fact]
    public void Named_parameters_are_taken_as_well()
    {
        using var layer = Linear(2, 2);
        using var optimizer = optim.AdamW(layer.named_parameters());
        Assert.Equal(layer.parameters(), optimizer.parameters());
    }

    [Fact]
    public void Zero_grad_removes_or_zeroes_gradients()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(2));
        using var optimizer = optim.SGD([weight], 0.5);
        weight.grad = ones(2);
        optimizer.zero_grad(set_to_none: false);
        Assert.Equal([0f, 0f], weight.grad!.data<float>().ToArray());
        optimizer.zero_grad();
        Assert.Null(weight.grad);
    }

    [Fact]
    public void A_closure_is_run_with_gradients_on_and_its_loss_returned()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(1));
        using var optimizer = optim.SGD([weight], 0.5);
        using var off = no_grad();
        var loss = optimizer.step(() =>
        {
            var value = weight.mul(3).sum();
            value.backward();
            return value;
        });
        Assert.Equal(3f, loss!.item<float>());
        Assert.Equal(-0.5f, weight.item<float>());
    }

    [Fact]
    public void No_parameters_are_an_error_that_names_the_usual_cause()
    {
        var error = Assert.Throws<ArgumentException>(() => optim.Adam(Array.Empty<Parameter>()));
        Assert.Contains("RegisterComponents", error.Message);
    }

    [Fact]
    public void A_parameter_given_twice_is_an_error()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(1));
        Assert.Throws<ArgumentException>(() => optim.Adam([weight, weight]));
    }

    [Theory, InlineData(-0.1), InlineData(double.NaN)]
    public void A_bad_learning_rate_is_an_error(double rate)
    {
        using var layer = Linear(2, 2);
        Assert.Throws<ArgumentOutOfRangeException>(() => optim.SGD(layer.parameters(), rate));
    }

    [Fact]
    public void A_step_after_conversion_to_another_dtype_starts_from_the_converted_weights()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(2, 1);
        using var optimizer = optim.SGD(layer.parameters(), 0.1);
        TorchSharp.ModuleExtensionMethods.to(layer, ScalarType.Float64);
        layer.call(ones(1, 2, dtype: ScalarType.Float64)).sum().backward();
        var before = layer.weight.detach().clone();
        optimizer.step();
        Assert.Equal(before.sub(0.1).data<double>().ToArray(), layer.weight.detach().data<double>().ToArray());
    }

    internal static void Train(Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor inputs, Tensor targets, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            optimizer.zero_grad();
            functional.mse_loss(model.call(inputs), targets).backward();
            optimizer.step();
        }
    }

    internal static List<float> Values(Module<Tensor, Tensor> model) =>
        model.parameters().SelectMany(parameter => parameter.detach().data<float>().ToArray()).ToList();
}
