using System.Text.Json;
using System.Text.Json.Nodes;
using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>How a population is trained: each trial of its study is one member's training from one generation to the next.</summary>
internal sealed record PopulationPlan(PbtOptions Options, int Generations)
{
    /// <summary>Trials of the whole study.</summary>
    public int Trials => Options.Population * Generations;

    /// <summary>The plan; null for a search that is not pbt.</summary>
    /// <exception cref="LabException">The options contradict each other.</exception>
    public static PopulationPlan? Of(SearchMethod method, SearchOptions options)
    {
        if (method.Sampler is not PbtSampler)
            return options.Pbt is null ? null : throw new LabException($"--population, --every, --quantile, --resample-probability and --perturb are about the population of pbt, and {method.Name} has none. Leave them out, or search with pbt.");
        var pbt = options.Pbt ?? new PbtOptions();
        if (pbt.Every < 1 || options.Train.Epochs % pbt.Every != 0 || options.Train.Epochs <= pbt.Every)
            throw new LabException($"pbt trains {options.Train.Epochs} epochs in generations of {pbt.Every}: expected several whole generations. Give for example --epochs {4 * Math.Max(1, pbt.Every)} --every {Math.Max(1, pbt.Every)}.");
        var plan = new PopulationPlan(pbt, options.Train.Epochs / pbt.Every);
        PopulationRules.Check(options, plan.Trials);
        return plan;
    }

    /// <summary>The sampler with its settings.</summary>
    /// <exception cref="LabException">A setting is out of range.</exception>
    public PbtSampler Sampler()
    {
        try
        {
            return new PbtSampler
            {
                Population = Options.Population,
                Quantile = Options.Quantile,
                ResampleProbability = Options.ResampleProbability,
                Factors = [.. Options.Perturb],
            };
        }
        catch (ArgumentOutOfRangeException problem)
        {
            throw new LabException($"pbt: {problem.Message.Split(" (Parameter")[0].Split('\n')[0]}", problem);
        }
    }

    /// <summary>The options of a trial: it goes on to the end of its generation, and what counts are its weights there.</summary>
    public TrainOptions Stage(TrainOptions options, int trial) => options with { Epochs = (trial / Options.Population + 1) * Options.Every, Keep = "last" };

    /// <summary>Takes the place of the epochs in what tells studies apart: more epochs are more generations of the same population.</summary>
    public void Identify(JsonObject identity)
    {
        identity.Remove(nameof(TrainOptions.Epochs));
        identity["pbt"] = JsonSerializer.SerializeToNode(Options);
    }
}
