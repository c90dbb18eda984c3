using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Kiln.Torch.Tests.Optim;

public sealed class SchedulerTests
{
    private static readonly Dictionary<string, Func<Optimizer, LRScheduler>> Mistakes = new()
    {
        ["StepLR: expected step_size of at least 1, got 0"] = o => StepLR(o, 0),
        ["ConstantLR: expected factor in 0..1, got 1.5"] = o => ConstantLR(o, 1.5),
        ["ConstantLR: expected total_iters of at least 0"] = o => ConstantLR(o, total_iters: -1),
        ["LinearLR: expected start_factor above 0 and at most 1, got 0"] = o => LinearLR(o, 0),
        ["LinearLR: expected end_factor in 0..1, got 5"] = o => LinearLR(o, end_factor: 5),
        ["PolynomialLR: expected total_iters of at least 1"] = o => PolynomialLR(o, 0),
        ["CosineAnnealingLR: expected T_max above 0, got 0"] = o => CosineAnnealingLR(o, 0),
        ["StepLR: expected last_epoch of at least -1, got -2"] = o => StepLR(o, 1, last_epoch: -2),
        ["CyclicLR: expected step_size_up of at least 1"] = o => CyclicLR(o, 0.1, 0.2, 0),
        ["CyclicLR: expected step_size_down of at least 1, got 0"] = o => CyclicLR(o, 0.1, 0.2, 2, 0),
        ["CyclicLR: expected 2 values of max_lr, one for each group of parameters, got 1"] = o => CyclicLR(o, [0.1, 0.1], [0.2]),
        ["CyclicLR: expected mode Triangular, Triangular2 or ExpRange"] = o => CyclicLR(o, 0.1, 0.2, mode: (impl.CyclicLR.Mode)9),
        ["OneCycleLR: expected the number of steps, got none"] = o => OneCycleLR(o, 0.1),
        ["OneCycleLR: expected total_steps of at least 1, got 0"] = o => OneCycleLR(o, 0.1, 0),
        ["OneCycleLR: expected steps_per_epoch of at least 1, got -1"] = o => OneCycleLR(o, 0.1, epochs: 3),
        ["OneCycleLR: expected pct_start in 0..1, got 30"] = o => OneCycleLR(o, 0.1, 10, pct_start: 30),
        ["ReduceLROnPlateau: expected factor below 1, got 1"] = o => ReduceLROnPlateau(o, factor: 1),
        ["ReduceLROnPlateau: expected mode \"min\" or \"max\", got \"least\""] = o => ReduceLROnPlateau(o, "least"),
        ["ReduceLROnPlateau: expected threshold_mode \"rel\" or \"abs\", got \"x\""] = o => ReduceLROnPlateau(o, threshold_mode: "x"),
        ["ReduceLROnPlateau: expected 2 values of min_lr, one for each group of parameters, got 3"] = o => ReduceLROnPlateau(o, min_lr: [0, 0, 0]),
        ["ChainedLR: expected schedulers, got none"] = _ => ChainedLR([]),
        ["ChainedLR: expected schedulers of one optimizer, but 0 and 1"] = o => ChainedLR([StepLR(o, 1), StepLR(SchedulerGoldenTests.TwoGroups(), 1)]),
        ["SequentialLR: expected schedulers of the optimizer that is given, but number 0"] = o => SequentialLR(o, [StepLR(SchedulerGoldenTests.TwoGroups(), 1)], []),
        ["SequentialLR: expected one milestone less than schedulers, got 1 milestones and 1 schedulers"] = o => SequentialLR(o, [StepLR(o, 1)], [3]),
    };

    public static TheoryData<string> Messages => [.. Mistakes.Keys];

    [Theory, MemberData(nameof(Messages))]
    public void A_bad_argument_is_named_with_what_was_expected(string message)
    {
        using var scope = NewDisposeScope();
        using var optimizer = SchedulerGoldenTests.TwoGroups();
        var error = Assert.ThrowsAny<ArgumentException>(() => Mistakes[message](optimizer));
        Assert.StartsWith(message, error.Message);
    }

    [Fact]
    public void A_missing_optimizer_or_function_is_an_error()
    {
        using var scope = NewDisposeScope();
        using var optimizer = SchedulerGoldenTests.TwoGroups();
        Assert.Throws<ArgumentNullException>(() => StepLR(null!, 3));
        Assert.Throws<ArgumentNullException>(() => OneCycleLR(null!, 3, 10));
        Assert.Throws<ArgumentNullException>(() => LambdaLR(optimizer, null!));
        Assert.Throws<ArgumentNullException>(() => MultiStepLR(optimizer, null!));
    }

    [Fact]
    public void Cycling_the_momentum_of_an_optimizer_without_one_is_an_error_with_a_remedy()
    {
        using var scope = NewDisposeScope();
        using var adam = optim.Adam([new Parameter(zeros(1))]);
        var error = Assert.Throws<ArgumentException>(() => CyclicLR(adam, 0.1, 0.2));
        Assert.Contains("got Adam. Pass cycle_momentum: false.", error.Message);
    }

    [Fact]
    public void A_plateau_scheduler_asks_for_the_metric_it_was_not_given()
    {
        using var scope = NewDisposeScope();
        using var optimizer = SchedulerGoldenTests.TwoGroups();
        var scheduler = ReduceLROnPlateau(optimizer);
        Assert.Contains("Call step(loss)", Assert.Throws<InvalidOperationException>(scheduler.step).Message);
        Assert.Throws<InvalidOperationException>(() => scheduler.step(3));
    }

    [Fact]
    public void A_chain_passes_the_metric_on_to_a_plateau_scheduler()
    {
        using var scope = NewDisposeScope();
        using var optimizer = SchedulerGoldenTests.TwoGroups();
        var scheduler = ChainedLR([ReduceLROnPlateau(optimizer, factor: 0.5, patience: 0), ConstantLR(optimizer, 1, 1)]);
        foreach (double loss in new[] { 1.0, 1.0, 1.0 }) scheduler.step(loss);
        Assert.Equal([0.025, 0.005], scheduler.get_last_lr());
    }

    [Fact]
    public void More_steps_than_a_one_cycle_schedule_has_are_an_error()
    {
        using var scope = NewDisposeScope();
        using var optimizer = SchedulerGoldenTests.TwoGroups();
        var scheduler = OneCycleLR(optimizer, 0.1, total_steps: 3);
        for (int i = 0; i < 3; i++) scheduler.step();
        Assert.Contains("at most 3 steps", Assert.Throws<InvalidOperationException>(scheduler.step).Message);
    }

    [Fact]
    public void A_one_cycle_schedule_whose_rise_has_no_step_starts_at_the_top()
    {
        using var scope = NewDisposeScope();
        using var optimizer = SchedulerGoldenTests.TwoGroups();
        var scheduler = OneCycleLR(optimizer, 0.3, total_steps: 10, pct_start: 0.1);
        Assert.Equal([0.3, 0.3], scheduler.get_last_lr());
    }

    [Fact]
    public void A_constant_factor_of_zero_ends_at_the_initial_rate()
    {
        using var scope = NewDisposeScope();
        using var optimizer = SchedulerGoldenTests.TwoGroups();
        var scheduler = ConstantLR(optimizer, 0, 2);
        scheduler.step();
        Assert.Equal([0, 0], scheduler.get_last_lr());
        scheduler.step();
        Assert.Equal([0.1, 0.02], scheduler.get_last_lr());
    }

    [Fact]
    public void A_negative_epoch_is_an_error()
    {
        using var scope = NewDisposeScope();
        using var optimizer = SchedulerGoldenTests.TwoGroups();
        Assert.Throws<ArgumentOutOfRangeException>(() => StepLR(optimizer, 3).step(-1));
    }

    [Fact]
    public void A_scheduler_of_ones_own_sets_the_rates_it_computes()
    {
        using var scope = NewDisposeScope();
        using var optimizer = SchedulerGoldenTests.TwoGroups();
        var scheduler = new Falling(optimizer);
        scheduler.step();
        scheduler.step(0.7);
        scheduler.step(0.7, epoch: 9);
        Assert.Equal([0.1, 0.1], scheduler.get_last_lr());
        Assert.Equal([0.1, 0.1], optimizer.ParamGroups.Select(group => group.LearningRate));
    }

    [Fact]
    public void A_scheduler_of_ones_own_may_do_without_an_optimizer()
    {
        var counter = new Counter();
        counter.step();
        counter.step(0.5, 1);
        Assert.Equal(2, counter.Steps);
        Assert.Empty(counter.get_last_lr());
    }

    [Fact]
    public void Verbose_steps_print_as_pytorch_does()
    {
        using var scope = NewDisposeScope();
        using var optimizer = SchedulerGoldenTests.TwoGroups();
        var output = Console.Out;
        using var text = new StringWriter();
        Console.SetOut(text);
        try
        {
            StepLR(optimizer, 1, verbose: true).step();
            var plateau = ReduceLROnPlateau(optimizer, patience: 0, min_lr: [0, 1], verbose: true);
            plateau.step(1.0);
            plateau.step(1.0);
        }
        finally
        {
            Console.SetOut(output);
        }
        Assert.Equal(
        [
            "Adjusting learning rate of group 0 to 1.0000e-01.", "Adjusting learning rate of group 1 to 2.0000e-02.",
            "Adjusting learning rate of group 0 to 1.0000e-02.", "Adjusting learning rate of group 1 to 2.0000e-03.",
            "Epoch 00002: reducing learning rate of group 0 to 1.0000e-03.",
        ], text.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void The_rate_that_a_schedule_sets_is_the_rate_of_the_next_step()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(1));
        using var optimizer = optim.SGD([weight], 0.5);
        var scheduler = StepLR(optimizer, 1, 0.5);
        for (int i = 0; i < 2; i++)
        {
            weight.grad = ones(1);
            optimizer.step();
            scheduler.step();
        }
        Assert.Equal(0.25f, weight.item<float>());
        Assert.Equal(0.5, optimizer.ParamGroups.Single().InitialLearningRate);
    }

    private sealed class Falling : LRScheduler
    {
        private int _steps;

        public Falling(Optimizer optimizer) : base(optimizer, last_epoch: -1, verbose: false) => step();

        protected override IEnumerable<double> get_lr()
        {
            _steps++;
            return [0.4 / _steps, 0.4 / _steps];
        }
    }

    private sealed class Counter : LRScheduler
    {
        public int Steps { get; private set; }

        public override void step(int? epoch) => Steps++;
    }
}
