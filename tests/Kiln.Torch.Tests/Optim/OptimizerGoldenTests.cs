using System.Text.Json;
using Kiln.Torch.Tests.NN;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.Optim;

/// <summary>Weights after 20 steps against python3-torch.</summary>
public sealed class OptimizerGoldenTests
{
    private static readonly JsonElement Cases = Golden.File("Optim", "optimizers.json");

    private static readonly Dictionary<string, Func<IEnumerable<Parameter>, optim.Optimizer>> Optimizers = new()
    {
        ["SGD"] = p => optim.SGD(p, 0.1),
        ["SGD momentum"] = p => optim.SGD(p, 0.05, momentum: 0.9),
        ["SGD dampening decay"] = p => optim.SGD(p, 0.05, momentum: 0.8, dampening: 0.3, weight_decay: 0.02),
        ["SGD nesterov"] = p => optim.SGD(p, 0.05, momentum: 0.9, nesterov: true, weight_decay: 0.01),
        ["SGD maximize"] = p => optim.SGD(p, 0.001, momentum: 0.5, maximize: true),
        ["Adam"] = p => optim.Adam(p, 0.01),
        ["Adam decay"] = p => optim.Adam(p, 0.02, 0.8, 0.95, 1e-6, weight_decay: 0.1),
        ["Adam amsgrad"] = p => optim.Adam(p, 0.05, 0.5, 0.6, amsgrad: true),
        ["Adam maximize"] = p => optim.Adam(p, 0.01, maximize: true),
        // PyTorch's default decay is .01, TorchSharp's 0.
        ["AdamW"] = p => optim.AdamW(p, 0.02, weight_decay: 0.01),
        ["AdamW amsgrad"] = p => optim.AdamW(p, 0.02, 0.5, 0.6, weight_decay: 0.3, amsgrad: true),
        ["RMSProp"] = p => optim.RMSProp(p, 0.01),
        ["RMSProp centered"] = p => optim.RMSProp(p, 0.01, alpha: 0.9, momentum: 0.6, centered: true, weight_decay: 0.05),
        ["RMSProp maximize"] = p => optim.RMSProp(p, 0.001, maximize: true),
    };

    public static TheoryData<string> Names => [.. Cases.EnumerateObject().Select(entry => entry.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Weights_after_twenty_steps_equal_pytorchs(string name)
    {
        using var scope = NewDisposeScope();
        var (model, inputs, targets) = Problem();
        using var _ = model;
        bool skip = name.EndsWith(", skipping", StringComparison.Ordinal);
        using var optimizer = Optimizers[name.Split(',')[0]](model.parameters());
        for (int step = 0; step < 20; step++)
        {
            optimizer.zero_grad();
            functional.mse_loss(model.call(inputs), targets).backward();
            if (skip && step % 3 == 0) model.get_parameter("0.bias")!.grad = null;
            optimizer.step();
        }
        foreach (var (key, value) in model.state_dict())
            Golden.Close(Golden.Floats(Cases.GetProperty(name).GetProperty(key)), value.flatten(), 3e-6, key);
    }

    internal static (Module<Tensor, Tensor> Model, Tensor Inputs, Tensor Targets) Problem()
    {
        manual_seed(3);
        return (Sequential(Linear(3, 4), Tanh(), Linear(4, 2)), randn(6, 3), randn(6, 2));
    }
}
