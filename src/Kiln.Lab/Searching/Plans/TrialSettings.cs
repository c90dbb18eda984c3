using System.Globalization;
using Kiln.Runs;
using Kiln.Training;

namespace Kiln;

/// <summary>Sorts a trial's parameters into training options and hyperparameters of the model.</summary>
internal sealed class TrialSettings
{
    // A new searchable training option is one line here.
    private static readonly Dictionary<string, Func<TrainOptions, string, TrainOptions>> Options = new(StringComparer.OrdinalIgnoreCase)
    {
        ["lr"] = (options, value) => options with { Lr = Number(value) },
        ["batch"] = (options, value) => options with { Batch = (int)Number(value) },
        ["epochs"] = (options, value) => options with { Epochs = (int)Number(value) },
        ["optimizer"] = (options, value) => options with { Optimizer = value },
        ["momentum"] = (options, value) => options with { Momentum = Number(value) },
        ["weight-decay"] = (options, value) => options with { WeightDecay = Number(value) },
        ["l1"] = (options, value) => options with { L1 = Number(value) },
        ["label-smoothing"] = (options, value) => options with { LabelSmoothing = Number(value) },
        ["schedule"] = (options, value) => options with { Schedule = value },
        ["warmup"] = (options, value) => options with { Warmup = Number(value) },
        ["clip"] = (options, value) => options with { Clip = Number(value) },
        ["ema"] = (options, value) => options with { Ema = Number(value) },
        ["lora"] = (options, value) => options with { Lora = (int)Number(value) },
        ["layer-lr"] = (options, value) => options with { LayerLr = Number(value) },
    };

    /// <summary>Training options that can change while a network is trained: neither the weights nor what the optimiser keeps depend on them.</summary>
    public static readonly IReadOnlyList<string> InMidTraining = ["lr", "batch", "momentum", "weight-decay", "l1", "label-smoothing", "clip", "ema", "layer-lr"];

    private readonly TrainOptions _shared;
    private readonly IReadOnlyCollection<string> _hyperparameters;

    /// <summary>Knows what a space may name.</summary>
    /// <param name="shared">Options of every trial.</param>
    /// <param name="hyperparameters">Names that the model asks for.</param>
    public TrialSettings(TrainOptions shared, IReadOnlyCollection<string> hyperparameters)
    {
        _shared = shared;
        _hyperparameters = hyperparameters;
    }

    /// <summary>Where trials are generations of members; null (default) where each is a training of its own.</summary>
    public PopulationPlan? Population { get; init; }

    /// <summary>Refuses a name that neither training nor the model knows.</summary>
    public void Check(IEnumerable<string> names, string model)
    {
        foreach (var name in names)
        {
            if (_hyperparameters.Contains(name) || Options.ContainsKey(name)) continue;
            var known = _hyperparameters.Concat(Options.Keys).ToList();
            var nearest = Suggestions.Nearest(name, known);
            throw new LabException(
                $"--space names '{name}', which is neither a hyperparameter of '{model}' "
                + $"({(_hyperparameters.Count == 0 ? "it has none; add hp.Int(…) to its body" : string.Join(", ", _hyperparameters))}) "
                + $"nor a training option ({string.Join(", ", Options.Keys)})."
                + (nearest is null ? "" : $" Did you mean '{nearest}'?"));
        }
    }

    /// <summary>Options and hyperparameters of one trial. The model's own names win over training options.</summary>
    public (TrainOptions Options, IReadOnlyDictionary<string, string> Hyperparameters) Of(IReadOnlyDictionary<string, string> parameters)
    {
        var options = _shared;
        var hyperparameters = new Dictionary<string, string>();
        foreach (var (name, value) in parameters)
            if (_hyperparameters.Contains(name)) hyperparameters[name] = value;
            else options = Options[name](options, value);
        return (options, hyperparameters);
    }

    /// <summary>Options, with its seed and length, and hyperparameters of a trial that has its row.</summary>
    public (TrainOptions Options, IReadOnlyDictionary<string, string> Hyperparameters) Of(RunRecord trial)
    {
        var (options, hyperparameters) = Of(trial.Parameters);
        return ((Population?.Stage(options, trial.Trial!.Value) ?? options) with { Seed = trial.Seed }, hyperparameters);
    }

    private static double Number(string value) => double.Parse(value, CultureInfo.InvariantCulture);
}
