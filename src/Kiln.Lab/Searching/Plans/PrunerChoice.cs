using Kiln.Search;
using Kiln.Training;

namespace Kiln;

/// <summary>The pruner that a search asks for, with its settings.</summary>
internal static class PrunerChoice
{
    /// <summary>The pruner; null where every trial goes to its end.</summary>
    /// <exception cref="LabException">There is no such pruner, or a setting is none of it.</exception>
    public static IPruner? Of(SearchMethod method, SearchOptions options)
    {
        var pruner = options.Pruner switch
        {
            null => method.Pruner,
            "none" => null,
            var name => Pruners.Find(name) ?? throw new LabException($"There is no pruner '{name}'. {Suggestions.Hint(name, [.. Pruners.Names, "none"])}"),
        };
        if (options.Reduction is null && options.Grace is null) return pruner;
        try
        {
            return With(pruner, options);
        }
        catch (ArgumentOutOfRangeException problem)
        {
            throw new LabException(problem.Message.Split(" (Parameter")[0], problem);
        }
    }

    private static IPruner With(IPruner? pruner, SearchOptions options) => pruner switch
    {
        AshaPruner asha => asha with { Grace = options.Grace ?? asha.Grace, Reduction = options.Reduction ?? asha.Reduction },
        HalvingPruner halving => halving with { Grace = options.Grace ?? halving.Grace, Reduction = options.Reduction ?? halving.Reduction },
        HyperbandPruner hyperband => hyperband with { Grace = options.Grace ?? hyperband.Grace, Reduction = options.Reduction ?? hyperband.Reduction },
        MedianPruner median when options.Reduction is null => median with { WarmupSteps = options.Grace!.Value },
        PercentilePruner percentile when options.Reduction is null => percentile with { WarmupSteps = options.Grace!.Value },
        null => throw new LabException("--grace and --reduction say when a pruner ends trials, and this search has none. Search with asha, halving or hyperband, or add --pruner median."),
        _ => throw new LabException($"--{(options.Reduction is null ? "grace" : "reduction")} means nothing to the pruner {pruner.Name}. Leave it out."),
    };
}
