using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Kiln.Torch.Tests.Optim;

public sealed class OptimizerTests
{
    private static readonly Dictionary<string, Func<IEnumerable<(string, Parameter)>, optim.Optimizer>> Named = new()
    {
        ["ASGD"] = p => optim.ASGD(p, lr: 0.1),
        ["Adadelta"] = p => optim.Adadelta(p, lr: 0.1),
        ["Adagrad"] = p => optim.Adagrad(p, lr: 0.1),
        ["Adam"] = p => optim.Adam(p, lr: 0.1),
        ["AdamW"] = p => optim.AdamW(p, lr: 0.1),
        ["Adamax"] = p => optim.Adamax(p, lr: 0.1),
        ["LBFGS"] = p => optim.LBFGS(p, lr: 0.1),
        ["NAdam"] = p => optim.NAdam(named_parameters: p, lr: 0.1),
        ["RAdam"] = p => optim.RAdam(p, lr: 0.1),
        ["RMSProp"] = p => optim.RMSProp(p, lr: 0.1),
        ["Rprop"] = p => optim.Rprop(p, lr: 0.1),
        ["SGD"] = p => optim.SGD(p, learningRate: 0.1),
    };

    private static readonly Dictionary<string, Func<Parameter[], optim.Optimizer>> Mistakes = new()
    {
        ["ASGD: expected lr of at least 0, got -1"] = p => optim.ASGD(p, -1),
        ["Adadelta: expected rho in 0..1, got 1.5"] = p => optim.Adadelta(p, rho: 1.5),
        ["Adagrad: expected initial_accumulator_value of at least 0"] = p => optim.Adagrad(p, initial_accumulator_value: -1),
        ["Adamax: expected beta2 in 0..1 (1 not included), got 1"] = p => optim.Adamax(p, beta2: 1),
        ["NAdam: expected momentum_decay of at least 0"] = p => optim.NAdam(p, momentum_decay: -1),
        ["RAdam: expected eps of at least 0"] = p => optim.RAdam(p, eps: -1),
        ["Rprop: expected etaminus between 0 and 1, got 1"] = p => optim.Rprop(p, etaminus: 1),
        ["Rprop: expected etaplus above 1, got 1"] = p => optim.Rprop(p, etaplus: 1),
        ["SGD: nesterov needs momentum above 0"] = p => optim.SGD(p, 0.1, nesterov: true),
        ["SGD: expected learningRate of at least 0, got NaN"] = p => optim.SGD(p, double.NaN),
        ["LBFGS: expected max_iter of at least 1, got 0"] = p => optim.LBFGS(p, max_iter: 0),
        ["LBFGS: expected lr of at least 0, got -1"] = p => optim.LBFGS(p, -1),
        ["LBFGS: expected parameters, got none"] = _ => optim.LBFGS(Array.Empty<Parameter>()),
    };

    public static TheoryData<string> Names => [.. Named.Keys];

    public static TheoryData<string> Messages => [.. Mistakes.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Named_parameters_are_taken_as_well(string name)
    {
        using var layer = Linear(2, 2);
        using var optimizer = Named[name](layer.named_parameters());
        Assert.Equal(layer.parameters(), optimizer.parameters());
        Assert.Equal((0.1, 0.1), (optimizer.ParamGroups.Single().LearningRate, optimizer.ParamGroups.Single().InitialLearningRate));
    }

    [Theory, MemberData(nameof(Messages))]
    public void A_bad_option_is_named_with_what_was_expected(string message)
    {
        using var scope = NewDisposeScope();
        Parameter[] weights = [new Parameter(ones(1))];
        Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(() => Mistakes[message](weights)).Message);
    }

    [Fact]
    public void Constructors_take_what_the_factories_take()
    {
        using var scope = NewDisposeScope();
        using var sgd = new SGD([new Parameter(ones(1))], lr: 0.1, momentum: 0.5);
        using var adam = new Adam([new Adam.ParamGroup([new Parameter(ones(1))], lr: 0.3)], lr: 0.1, beta1: 0.8);
        Assert.Equal((0.1, 0.5), (sgd.ParamGroups.Single().LearningRate, sgd.Momentum));
        Assert.Equal((0.3, (0.8, 0.999)), (adam.ParamGroups.Single().LearningRate, adam.Betas));
    }

    [Fact]
    public void Setting_momentum_or_betas_of_an_optimizer_sets_those_of_all_its_groups()
    {
        using var scope = NewDisposeScope();
        using var rms = optim.RMSProp([new RMSProp.ParamGroup([new Parameter(ones(1))]), new RMSProp.ParamGroup([new Parameter(ones(1))], momentum: 0.25)]);
        rms.Momentum = 0.75;
        Assert.Equal([0.75, 0.75], rms.ParamGroups.Cast<optim.IMomentum>().Select(group => group.Momentum));
        using var nadam = optim.NAdam([new Parameter(ones(1))]);
        nadam.Betas = (0.5, 0.75);
        Assert.Equal((0.5, 0.75), ((NAdam.ParamGroup)nadam.ParamGroups.Single()).Betas);
        ((optim.IBetas)nadam.ParamGroups.Single()).Betas = (0.25, 0.5);
        Assert.Equal((0.25, 0.5), nadam.Betas);
    }

    [Fact]
    public void A_group_added_later_is_trained_with_options_of_its_own()
    {
        using var scope = NewDisposeScope();
        var (first, second) = (new Parameter(ones(1)), new Parameter(ones(1)));
        using var optimizer = optim.SGD([first], 0.5);
        optimizer.add_param_group(new SGD.ParamGroup([second], new() { LearningRate = 0.25 }));
        foreach (var weight in optimizer.parameters()) weight.grad = ones(1);
        optimizer.step();
        Assert.Equal((0.5f, 0.75f), (first.item<float>(), second.item<float>()));
        Assert.Equal([0.5, 0.25], optimizer.ParamGroups.Select(group => group.LearningRate));
        var groups = optimizer.ParamGroups.Cast<SGD.ParamGroup>().ToList();
        Assert.Equal((0.25, 0.25, second), (groups[1].Options.LearningRate, groups[1].InitialLearningRate, groups[1].Parameters.Single()));
    }

    [Fact]
    public void Groups_of_another_optimizer_are_refused()
    {
        using var scope = NewDisposeScope();
        using var optimizer = optim.SGD([new Parameter(ones(1))], 0.5);
        Assert.Contains("expected a group with SGD.Options", Assert.Throws<ArgumentException>(() => optimizer.add_param_group(new Adam.ParamGroup([new Parameter(ones(1))]))).Message);
        using var lbfgs = optim.LBFGS([new Parameter(ones(1))]);
        Assert.Throws<InvalidOperationException>(() => lbfgs.add_param_group(new ParamGroup()));
    }

    [Theory, MemberData(nameof(OptimizerStateTests.Names), MemberType = typeof(OptimizerStateTests))]
    public void State_outlives_the_scope_of_a_step_and_is_freed_with_the_optimizer(string name)
    {
        using var model = Sequential(Linear(2, 3), Linear(3, 1));
        using var inputs = ones(4, 2);
        long before = LivingTensors.Settled();
        using (var optimizer = (OptimizerHelper)OptimizerGoldenTests.All.ToDictionary()[name](model.parameters()))
        {
            for (int i = 0; i < 3; i++)
            {
                using var scope = NewDisposeScope();
                model.call(inputs).sum().backward();
                optimizer.step();
                optimizer.zero_grad();
            }
            optimizer.to(CPU);
        }
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void Lbfgs_needs_a_closure_and_returns_its_first_loss()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(1) * 3);
        using var optimizer = optim.LBFGS([weight], lr: 1, max_iter: 10);
        Assert.Contains("expected a closure", Assert.Throws<ArgumentNullException>(() => optimizer.step()).Message);
        var loss = optimizer.step(() =>
        {
            optimizer.zero_grad();
            var value = (weight - 1).pow(2).sum();
            value.backward();
            return value;
        });
        Assert.Equal(4f, loss.item<float>());
        Assert.Equal(1f, weight.item<float>(), 3);
        optimizer.zero_grad(set_to_none: false);
        Assert.Equal(0f, weight.grad!.item<float>());
        optimizer.LearningRate = 0.5;
        Assert.Equal((0.5, 1.0), (optimizer.ParamGroups.Single().LearningRate, optimizer.InitialLearningRate));
    }

    [Fact]
    public void An_optimizer_of_ones_own_has_groups_and_schedules()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(ones(2));
        using var optimizer = new SignDescent([weight], 0.5);
        var scheduler = optim.lr_scheduler.StepLR(optimizer, 1, 0.5);
        for (int i = 0; i < 2; i++)
        {
            weight.grad = tensor(new float[] { 3, -2 });
            optimizer.step();
            scheduler.step();
        }
        Assert.Equal([0.25f, 1.75f], weight.detach().data<float>().ToArray());
        Assert.Equal(0.5, optimizer.state_dict().Options.Single().InitialLearningRate);
        optimizer.zero_grad();
        Assert.Null(weight.grad);
        using var bare = new Bare(0);
        Assert.Empty(bare.parameters());
        bare.zero_grad();
    }

    private sealed class SignDescent : OptimizerHelper
    {
        public SignDescent(IEnumerable<Parameter> parameters, double rate) =>
            add_param_group(new ParamGroup { Parameters = parameters, Options = new OptimizerOptions { LearningRate = rate } });

        public override Tensor? step(Func<Tensor>? closure = null)
        {
            using var off = no_grad();
            foreach (var group in ParamGroups.Cast<ParamGroup>())
                foreach (var parameter in group.Parameters) parameter.sub_(parameter.grad!.sign() * group.LearningRate);
            return null;
        }
    }

    private sealed class Bare(nint handle) : optim.Optimizer(handle: handle)
    {
        public override Tensor? step(Func<Tensor>? closure = null) => null;
    }
}
