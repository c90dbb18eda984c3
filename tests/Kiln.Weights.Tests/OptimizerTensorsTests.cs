using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Weights.Tests;

public sealed class OptimizerTensorsTests : IDisposable
{
    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, OptimizerHelper>> Optimizers = new()
    {
        ["sgd"] = p => optim.SGD(p, 0.05, momentum: 0.9),
        ["adam"] = p => optim.Adam(p, 0.01),
        ["adamw"] = p => optim.AdamW(p, 0.01, amsgrad: true),
        ["rmsprop"] = p => optim.RMSProp(p, 0.01, momentum: 0.5, centered: true),
        ["nadam"] = p => optim.NAdam(p, 0.01),
        ["asgd"] = p => optim.ASGD(p, 0.01, t0: 2),
        ["rprop"] = p => optim.Rprop(p, 0.01),
    };

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Names => [.. Optimizers.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory, MemberData(nameof(Names))]
    public void Training_resumed_from_files_equals_uninterrupted_training_bit_for_bit(string name)
    {
        using var scope = NewDisposeScope();
        var (model, inputs, targets) = Problem();
        using var optimizer = Optimizers[name](model.parameters());
        Train(model, optimizer, inputs, targets, 4);
        Safetensors.Save(_folder.File("model"), model.state_dict());
        Safetensors.Save(_folder.File("optimizer"), OptimizerTensors.Of(optimizer));
        Train(model, optimizer, inputs, targets, 4);

        var (resumed, _, _) = Problem();
        using var resumedOptimizer = Optimizers[name](resumed.parameters());
        resumed.load_state_dict(Safetensors.Load(_folder.File("model")));
        OptimizerTensors.Restore(resumedOptimizer, Safetensors.Load(_folder.File("optimizer")));
        Train(resumed, resumedOptimizer, inputs, targets, 4);
        Assert.Equal(Values(model), Values(resumed));
    }

    [Fact]
    public void Names_are_the_parameters_number_and_pytorchs_name()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(2, 1);
        using var adam = optim.Adam(layer.parameters());
        Assert.Equal(["0.exp_avg", "0.exp_avg_sq", "0.step", "1.exp_avg", "1.exp_avg_sq", "1.step"], OptimizerTensors.Of(adam).Keys.Order());
    }

    [Fact]
    public void State_of_another_optimizer_or_model_is_refused()
    {
        using var scope = NewDisposeScope();
        using var small = nn.Linear(2, 1);
        using var large = nn.Linear(3, 1);
        using var adam = optim.Adam(small.parameters());
        using var other = optim.Adam(large.parameters());
        using var rms = optim.RMSProp(small.parameters());
        var state = OptimizerTensors.Of(adam);
        Assert.Contains("expects shape (1, 3), got (1, 2)", Assert.Throws<ArgumentException>(() => OptimizerTensors.Restore(other, state)).Message);
        Assert.Contains("belong to no state of RMSProp", Assert.Throws<ArgumentException>(() => OptimizerTensors.Restore(rms, state)).Message);
    }

    private static (nn.Module<Tensor, Tensor> Model, Tensor Inputs, Tensor Targets) Problem()
    {
        manual_seed(3);
        return (nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 2)), randn(6, 3), randn(6, 2));
    }

    private static void Train(nn.Module<Tensor, Tensor> model, optim.Optimizer optimizer, Tensor inputs, Tensor targets, int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            nn.functional.mse_loss(model.call(inputs), targets).backward();
            optimizer.step();
        }
    }

    private static List<float> Values(nn.Module<Tensor, Tensor> model) =>
        model.parameters().SelectMany(parameter => parameter.detach().data<float>().ToArray()).ToList();
}
