using Kiln.Weights;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>
/// A module in training with all that moves it: optimisers, and where asked for a running average, LoRA and frozen weights.
/// What it remembers from step to step is what a checkpoint must hold.
/// </summary>
internal sealed class Learner : IDisposable
{
    private readonly WeightAverage? _average;
    private readonly Lora? _lora;
    private readonly IReadOnlyList<Parameter> _frozen;
    private readonly IReadOnlyList<nn.Module> _frozenNorms;
    private bool _isFinished;

    /// <summary>Prepares a freshly built module.</summary>
    /// <exception cref="TrainingException">The options do not fit the module.</exception>
    public Learner(nn.Module<Tensor, Tensor> module, TrainOptions options)
    {
        Module = module;
        Parameter[] movable = [.. module.parameters().Where(weight => weight.requires_grad)];
        if (options.Freeze is { } pattern) Freezing.Apply(module, pattern);
        _lora = options.Lora is { } rank ? Lora.On(module, rank, options.Seed) : null;
        _frozen = [.. movable.Where(weight => !weight.requires_grad)];
        _frozenNorms = _frozen.Count > 0 ? Freezing.FrozenNorms(module) : [];
        Updates = UpdateGroups.Of(module, _lora, options);
        _average = options.Ema is { } decay ? new WeightAverage(NamedWeights(), decay) : null;
    }

    public nn.Module<Tensor, Tensor> Module { get; }

    /// <summary>One optimiser; one for each part of a module that computes its own losses.</summary>
    public IReadOnlyList<WeightUpdate> Updates { get; }

    /// <summary>Length of the last step's gradient where clipping has measured it, over all optimisers; else NaN.</summary>
    public double GradientNorm => Math.Sqrt(Updates.Sum(update => update.GradientNorm * update.GradientNorm));

    /// <summary>Numbers that the training moves.</summary>
    public long TrainableCount => Updates.Sum(update => update.Weights.Sum(weight => weight.numel()));

    public BatchStep StepBy(Objective objective, StepPlan plan) => Module is IOwnLosses own
        ? new PartsStep(own.Parts, Updates, plan)
        : new LossStep(Module, objective, Updates[0], plan);

    /// <summary>Puts the module into training mode, but for batch normalisations that are frozen.</summary>
    public void BeginEpoch()
    {
        Module.train();
        foreach (nn.Module norm in _frozenNorms) norm.eval();
    }

    /// <summary>Takes a step into the average.</summary>
    public void EndStep(long step) => _average?.Take(step);

    /// <summary>Until disposal the module has the weights that a run hands back: averaged and merged, if asked for.</summary>
    public IDisposable WithFinalWeights() => new FinalWeights(_average, _lora);

    /// <summary>All tensors that continue the training, by their names in a checkpoint.</summary>
    public Dictionary<string, Tensor> Tensors()
    {
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach ((string name, Tensor value) in Module.state_dict()) tensors["model." + name] = value;
        foreach ((string name, Parameter value) in _lora?.Weights ?? []) tensors["lora." + name] = value;
        foreach ((string name, Tensor value) in _average?.Tensors ?? []) tensors["average." + name] = value;
        for (int i = 0; i < Updates.Count; i++)
        {
            foreach ((string name, Tensor value) in OptimizerTensors.Of(Updates[i].Optimizer)) tensors[OptimizerPrefix(i) + name] = value;
        }
        return tensors;
    }

    /// <summary>Takes over what <see cref="Tensors"/> of an equal learner gave; copies.</summary>
    public void Restore(IReadOnlyDictionary<string, Tensor> tensors)
    {
        using var noGrad = no_grad();
        Module.load_state_dict(TensorNames.After("model.", tensors));
        foreach ((string name, Parameter value) in _lora?.Weights ?? []) value.copy_(tensors["lora." + name]);
        _average?.Restore(TensorNames.After("average.", tensors));
        for (int i = 0; i < Updates.Count; i++) OptimizerTensors.Restore(Updates[i].Optimizer, TensorNames.After(OptimizerPrefix(i), tensors));
    }

    /// <summary>Ends the training: the module is an ordinary one again, and has the weights given, or its final ones.</summary>
    public void Finish(WeightSnapshot? kept)
    {
        if (_isFinished) return;
        _isFinished = true;
        if (kept is not null) kept.CopyTo(Module);
        else
        {
            _average?.Exchange();
            _lora?.Merge();
        }
        Dispose();
    }

    public void Dispose()
    {
        foreach (WeightUpdate update in Updates) update.Dispose();
        _lora?.Dispose();
        _average?.Dispose();
        foreach (Parameter weight in _frozen) weight.requires_grad = true;
        Module.eval();
    }

    private static string OptimizerPrefix(int update) => FormattableString.Invariant($"optimizer.{update}.");

    private IEnumerable<(string Name, Parameter Weight)> NamedWeights() =>
        Module.named_parameters().Where(entry => entry.parameter.requires_grad).Concat(_lora?.Weights ?? []);

    private sealed class FinalWeights : IDisposable
    {
        private readonly WeightAverage? _average;
        private readonly Lora? _lora;

        public FinalWeights(WeightAverage? average, Lora? lora)
        {
            (_average, _lora) = (average, lora);
            _average?.Exchange();
            _lora?.Merge();
        }

        public void Dispose()
        {
            _lora?.Unmerge();
            _average?.Exchange();
        }
    }
}
