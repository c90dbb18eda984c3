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
        ["ASGD"] = p => optim.ASGD(p),
        ["ASGD average"] = p => optim.ASGD(p, 0.05, lambd: 0.01, alpha: 0.6, t0: 5, weight_decay: 0.1),
        ["ASGD maximize"] = p => optim.ASGD(p, 0.01, maximize: true),
        ["Adadelta"] = p => optim.Adadelta(p),
        ["Adadelta decay"] = p => optim.Adadelta(p, 0.5, rho: 0.8, eps: 1e-4, weight_decay: 0.1),
        ["Adadelta maximize"] = p => optim.Adadelta(p, maximize: true),
        ["Adagrad"] = p => optim.Adagrad(p),
        ["Adagrad decay"] = p => optim.Adagrad(p, 0.1, lr_decay: 0.05, weight_decay: 0.1, initial_accumulator_value: 0.2, eps: 1e-6),
        ["Adamax"] = p => optim.Adamax(p),
        ["Adamax decay"] = p => optim.Adamax(p, 0.05, 0.7, 0.9, 1e-4, weight_decay: 0.1),
        ["NAdam"] = p => optim.NAdam(p),
        ["NAdam decay"] = p => optim.NAdam(p, 0.02, 0.8, 0.95, 1e-6, weight_decay: 0.1, momentum_decay: 0.1),
        ["RAdam"] = p => optim.RAdam(p),
        ["RAdam decay"] = p => optim.RAdam(p, 0.05, 0.8, 0.9, 1e-4, weight_decay: 0.1),
        ["Rprop"] = p => optim.Rprop(p),
        ["Rprop bounds"] = p => optim.Rprop(p, 0.02, etaminus: 0.4, etaplus: 1.5, min_step: 1e-3, max_step: 0.05),
        ["Rprop maximize"] = p => optim.Rprop(p, 0.001, maximize: true),
        ["LBFGS"] = p => optim.LBFGS(p, 0.1, max_iter: 4),
        ["LBFGS history"] = p => optim.LBFGS(p, 0.3, max_iter: 3, max_eval: 4, history_size: 2),
        ["LBFGS to the end"] = p => optim.LBFGS(p, 0.5, tolerange_grad: 1e-2, tolerance_change: 1e-4),
        ["SGD groups"] = p => optim.SGD([new SGD.ParamGroup(p.Take(2)), new SGD.ParamGroup(p.Skip(2), lr: 0.01, momentum: 0.5, weight_decay: 0.1)], 0.05, momentum: 0.9),
        ["Adam groups"] = p => optim.Adam([new Adam.ParamGroup(p.Take(2)), new Adam.ParamGroup(p.Skip(2), lr: 0.03, beta1: 0.5, beta2: 0.9, weight_decay: 0.1, amsgrad: true)], 0.01),
        ["AdamW groups"] = p => optim.AdamW([new AdamW.ParamGroup { Parameters = p.Take(2) }, new AdamW.ParamGroup(p.Skip(2), new() { LearningRate = 0.03, weight_decay = 0.2 })], 0.01),
        ["RMSProp groups"] = p => optim.RMSProp([new RMSProp.ParamGroup(p.Take(2)), new RMSProp.ParamGroup(p.Skip(2), 0.002, 1e-8, alpha: 0.8, momentum: 0.5, centered: true)]),
        ["ASGD groups"] = p => optim.ASGD([new ASGD.ParamGroup(p.Take(2)), new ASGD.ParamGroup(p.Skip(2), 0.01, lambd: 0.1)], 0.05),
        ["Adadelta groups"] = p => optim.Adadelta([new Adadelta.ParamGroup(p.Take(2)), new Adadelta.ParamGroup(p.Skip(2), 0.1, rho: 0.5)]),
        ["Adagrad groups"] = p => optim.Adagrad([new Adagrad.ParamGroup(p.Take(2)), new Adagrad.ParamGroup(p.Skip(2), 0.1, lr_decay: 0.2)]),
        ["Adamax groups"] = p => optim.Adamax([new Adamax.ParamGroup(p.Take(2)), new Adamax.ParamGroup(p.Skip(2), 0.1, beta1: 0.5, beta2: 0.9)]),
        ["NAdam groups"] = p => optim.NAdam([new NAdam.ParamGroup(p.Take(2)), new NAdam.ParamGroup(p.Skip(2), 0.01, momentum_decay: 0.1)]),
        ["RAdam groups"] = p => optim.RAdam([new RAdam.ParamGroup(p.Take(2)), new RAdam.ParamGroup(p.Skip(2), 0.01, 0.5, 0.9)]),
        ["Rprop groups"] = p => optim.Rprop([new Rprop.ParamGroup(p.Take(2)), new Rprop.ParamGroup(p.Skip(2), 0.001, 0.3, 1.3)]),
    };

    public static TheoryData<string> Names => [.. Cases.EnumerateObject().Select(entry => entry.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Weights_after_twenty_steps_equal_pytorchs(string name)
    {
        using var scope = NewDisposeScope();
        var (model, inputs, targets) = Problem();
        using var _ = model;
        // L-BFGS makes much of small differences.
        if (name.StartsWith("LBFGS", StringComparison.Ordinal))
        {
            TorchSharp.ModuleExtensionMethods.to(model, ScalarType.Float64);
            (inputs, targets) = (inputs.to_type(ScalarType.Float64), targets.to_type(ScalarType.Float64));
        }
        bool skip = name.EndsWith(", skipping", StringComparison.Ordinal);
        using var optimizer = Optimizers[name.Split(',')[0]](model.parameters());
        for (int step = 0; step < 20; step++)
        {
            if (optimizer is LBFGS)
            {
                optimizer.step(Closure);
                continue;
            }
            Closure();
            if (skip && step % 3 == 0) model.get_parameter("0.bias")!.grad = null;
            optimizer.step();
        }
        foreach (var (key, value) in model.state_dict())
            Golden.Close(Golden.Floats(Cases.GetProperty(name).GetProperty(key)), value.flatten(), 3e-6, key);

        Tensor Closure()
        {
            optimizer.zero_grad();
            var loss = functional.mse_loss(model.call(inputs), targets);
            loss.backward();
            return loss;
        }
    }

    internal static IEnumerable<KeyValuePair<string, Func<IEnumerable<Parameter>, optim.Optimizer>>> All => Optimizers;

    internal static (Module<Tensor, Tensor> Model, Tensor Inputs, Tensor Targets) Problem()
    {
        manual_seed(3);
        return (Sequential(Linear(3, 4), Tanh(), Linear(4, 2)), randn(6, 3), randn(6, 2));
    }
}
