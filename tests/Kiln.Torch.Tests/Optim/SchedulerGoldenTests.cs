using System.Text.Json;
using Kiln.Torch.Tests.NN;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Kiln.Torch.Tests.Optim;

/// <summary>Rates and momenta of 120 steps of each scheduler against python3-torch, for two groups.</summary>
public sealed class SchedulerGoldenTests
{
    private const int Steps = 120;
    private static readonly JsonElement Cases = Golden.File("Optim", "schedulers.json");

    private static readonly Dictionary<string, Func<Optimizer, LRScheduler>> Schedulers = new()
    {
        ["LambdaLR"] = o => LambdaLR(o, epoch => Math.Pow(0.95, epoch)),
        ["MultiplicativeLR"] = o => MultiplicativeLR(o, epoch => 1 - 0.5 / (1 + epoch)),
        ["StepLR"] = o => StepLR(o, step_size: 7),
        ["StepLR gamma"] = o => StepLR(o, 30, gamma: 0.3),
        ["MultiStepLR"] = o => MultiStepLR(o, milestones: [5, 40, 40, 90], gamma: 0.5),
        ["ExponentialLR"] = o => ExponentialLR(o),
        ["ExponentialLR gamma"] = o => ExponentialLR(o, gamma: 0.98),
        ["ConstantLR"] = o => ConstantLR(o),
        ["ConstantLR long"] = o => ConstantLR(o, factor: 0.25, total_iters: 50),
        ["LinearLR"] = o => LinearLR(o),
        ["LinearLR down"] = o => LinearLR(o, start_factor: 1, end_factor: 0.1, total_iters: 100),
        ["PolynomialLR"] = o => PolynomialLR(o),
        ["PolynomialLR power"] = o => PolynomialLR(o, total_iters: 80, power: 2.5),
        ["CosineAnnealingLR"] = o => CosineAnnealingLR(o, T_max: 25),
        ["CosineAnnealingLR floor"] = o => CosineAnnealingLR(o, 100, eta_min: 0.003),
        ["CyclicLR"] = o => CyclicLR(o, base_lr: 0.01, max_lr: 0.1, step_size_up: 10),
        ["CyclicLR long down"] = o => CyclicLR(o, 0.01, 0.1, 7, step_size_down: 20, cycle_momentum: false),
        ["CyclicLR triangular2"] = o => CyclicLR(o, [0.01, 0.002], [0.1, 0.05], 8, mode: impl.CyclicLR.Mode.Triangular2, base_momentum: [0.7, 0.6], max_momentum: [0.95, 0.9]),
        ["CyclicLR exp_range"] = o => CyclicLR(o, 0.001, 0.2, 12, 3, impl.CyclicLR.Mode.ExpRange, gamma: 0.99),
        ["CyclicLR scale_fn cycle"] = o => CyclicLR(o, 0.001, 0.2, 9, scale_fn: x => 1 / Math.Pow(5, x * 0.1), scale_mode: impl.CyclicLR.ScaleMode.Cycle),
        ["CyclicLR scale_fn iterations"] = o => CyclicLR(o, 0.001, 0.2, 9, scale_fn: x => Math.Pow(0.98, x), scale_mode: impl.CyclicLR.ScaleMode.Iterations, base_momentum: 0.5),
        ["OneCycleLR"] = o => OneCycleLR(o, max_lr: 0.2, total_steps: Steps + 1),
        ["OneCycleLR three"] = o => OneCycleLR(o, [0.2, 0.05], epochs: 11, steps_per_epoch: 11, pct_start: 0.4, anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear,
            three_phase: true, base_momentum: [0.8, 0.7], max_momentum: [0.9, 0.99], div_factor: 10, final_div_factor: 100),
        ["OneCycleLR no momentum"] = o => OneCycleLR(o, 0.2, Steps + 1, cycle_momentum: false),
        ["ChainedLR"] = o => ChainedLR([ConstantLR(o, 0.1, 20), ExponentialLR(o, 0.96), StepLR(o, 50, 0.5)]),
        ["SequentialLR"] = o => SequentialLR(o, schedulers: [LinearLR(o, 0.1, total_iters: 10), CosineAnnealingLR(o, 60, 1e-4), ExponentialLR(o, 0.97)], milestones: [10, 70]),
        ["StepLR resumed"] = Resumed((o, last) => StepLR(o, 7, 0.8, last_epoch: last)),
        ["CosineAnnealingLR resumed"] = Resumed((o, last) => CosineAnnealingLR(o, 50, 0.001, last_epoch: last)),
        ["OneCycleLR then SequentialLR"] = o => SequentialLR(o, [OneCycleLR(o, 0.2, 60), ConstantLR(o, 0.5, 20)], [60]),
        ["Adam OneCycleLR"] = o => OneCycleLR(o, 0.01, Steps + 1, pct_start: 0.25),
        ["Adam CosineAnnealingLR"] = o => CosineAnnealingLR(o, 40),
        ["ReduceLROnPlateau"] = o => ReduceLROnPlateau(o),
        ["ReduceLROnPlateau max"] = o => ReduceLROnPlateau(o, mode: "max", factor: 0.5, patience: 3, threshold: 0.01),
        ["ReduceLROnPlateau abs"] = o => ReduceLROnPlateau(o, "min", 0.5, 2, 0.002, threshold_mode: "abs", cooldown: 4, min_lr: [1e-3, 5e-3]),
        ["ReduceLROnPlateau max abs"] = o => ReduceLROnPlateau(o, "max", 0.3, 1, 0.1, "abs", min_lr: [0.001]),
        ["ReduceLROnPlateau eps"] = o => ReduceLROnPlateau(o, factor: 0.9, patience: 1, eps: 0.01),
    };

    public static TheoryData<string> Names => [.. Cases.EnumerateObject().Select(entry => entry.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Rates_and_momenta_of_every_step_equal_pytorchs(string name)
    {
        using var scope = NewDisposeScope();
        using var optimizer = name.StartsWith("Adam", StringComparison.Ordinal) ? TwoAdamGroups() : TwoGroups();
        var scheduler = Schedulers[name.Split(',')[0]](optimizer);
        int count = -1;
        foreach (var row in Cases.GetProperty(name).EnumerateArray())
        {
            if (count >= 0) Step(name, scheduler, count);
            double[] expected = [.. row.EnumerateArray().Select(value => value.GetDouble())];
            double[] actual = [.. optimizer.ParamGroups.Select(group => group.LearningRate), .. optimizer.ParamGroups.Select(Momentum)];
            for (int i = 0; i < expected.Length; i++)
                Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-12 * Math.Max(1e-6, Math.Abs(expected[i])), $"step {count}, value {i}: expected {expected[i]:R}, got {actual[i]:R}");
            Assert.Equal(actual[..2], scheduler.get_last_lr());
            count++;
        }
        Assert.Equal(Steps, count);
    }

    private static void Step(string name, LRScheduler scheduler, int count)
    {
        if (name.StartsWith("ReduceLROnPlateau", StringComparison.Ordinal)) scheduler.step(count < 20 ? 1.0 / (1 + count) : 0.05 + 0.001 * Math.Sin(count));
        else if (name.EndsWith(", closed", StringComparison.Ordinal)) scheduler.step(count * 7 % 101);
        else scheduler.step();
    }

    private static double Momentum(ILearningRateController group) =>
        group is IMomentum momentum ? momentum.Momentum : ((IBetas)group).Betas.Item1;

    private static Func<Optimizer, LRScheduler> Resumed(Func<Optimizer, int, LRScheduler> make) => optimizer =>
    {
        var first = make(optimizer, -1);
        for (int i = 0; i < 40; i++) first.step();
        return make(optimizer, 40);
    };

    internal static Optimizer TwoGroups() =>
        optim.SGD([new SGD.ParamGroup([new Parameter(zeros(1))], new() { LearningRate = 0.1 }), new SGD.ParamGroup([new Parameter(zeros(1))], new() { LearningRate = 0.02 })], 0.1, momentum: 0.9);

    private static Optimizer TwoAdamGroups() =>
        optim.Adam([new Adam.ParamGroup([new Parameter(zeros(1))], new() { LearningRate = 0.001 }), new Adam.ParamGroup([new Parameter(zeros(1))], new() { LearningRate = 0.004 })]);
}
