using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Kiln.Training;

/// <summary>An optimiser with what belongs to its step: rates, penalty, clipping.</summary>
internal sealed class WeightUpdate : IDisposable
{
    private readonly TrainOptions _options;
    private readonly double[] _factors;
    private readonly optim.ILearningRateController[] _groups;

    /// <summary>Makes the optimiser over groups of weights.</summary>
    /// <param name="groups">The weights, from the input to the output; groups before the last get smaller rates where the options say so.</param>
    /// <param name="options">Optimiser and its numbers.</param>
    public WeightUpdate(IReadOnlyList<IReadOnlyList<Parameter>> groups, TrainOptions options)
    {
        _options = options;
        Weights = [.. groups.SelectMany(group => group)];
        Optimizer = Optimizers.Find(options.Optimizer).Create(groups, options);
        _groups = [.. Optimizer.ParamGroups];
        _factors = [.. groups.Select((_, i) => Math.Pow(options.LayerLr ?? 1, groups.Count - 1 - i))];
        SetRates(new Rates(options.Lr));
    }

    public OptimizerHelper Optimizer { get; }

    public IReadOnlyList<Parameter> Weights { get; }

    /// <summary>Length of the last step's gradient as clipping found it; NaN where nothing measures it.</summary>
    public double GradientNorm { get; private set; } = double.NaN;

    public void SetRates(Rates rates)
    {
        for (int i = 0; i < _groups.Length; i++)
        {
            _groups[i].LearningRate = rates.Lr * _factors[i];
            if (rates.Momentum is not { } momentum) continue;
            if (_groups[i] is optim.IMomentum heavy) heavy.Momentum = momentum;
            if (_groups[i] is optim.IBetas betas) betas.Betas = (momentum, betas.Betas.Item2);
        }
    }

    public void ClearGradients() => Optimizer.zero_grad();

    /// <summary>Penalty, clipping, step.</summary>
    /// <param name="gauge">Measures the step; null where nobody wants to know.</param>
    public void Step(StepGauge? gauge)
    {
        if (_options.L1 > 0) AddPenalty();
        if (gauge is null) Move();
        else gauge.Around(Weights, Move);
    }

    public void Dispose() => Optimizer.Dispose();

    private void Move()
    {
        if (_options.ClipValue is { } most) nn.utils.clip_grad_value_(Weights, most);
        if (_options.Clip is { } length) GradientNorm = nn.utils.clip_grad_norm_(Weights, length);
        Optimizer.step();
    }

    private void AddPenalty()
    {
        using var noGrad = no_grad();
        foreach (Parameter weight in Weights)
            weight.grad?.add_(weight.sign(), alpha: _options.L1);
    }
}
