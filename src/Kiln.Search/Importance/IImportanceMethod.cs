using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>Tells from finished trials how much each hyperparameter matters. A pure function: the same trials, the same answer.</summary>
public interface IImportanceMethod
{
    /// <summary>Name in commands and charts, lower-kebab.</summary>
    string Name { get; }

    /// <summary>What its shares mean, in one line of help.</summary>
    string Description { get; }

    /// <summary>How much each hyperparameter of a space matters.</summary>
    /// <param name="space">The space.</param>
    /// <param name="trials">Trials of the study; those without a finite value are not looked at.</param>
    /// <param name="goal">Direction of the metric.</param>
    /// <returns>One share for each dimension, the largest first; empty where fewer than four trials have a value or all values are equal.</returns>
    ImmutableArray<ParameterImportance> Evaluate(Space space, IReadOnlyList<FinishedTrial> trials, Goal goal);
}
