using System.Collections.Immutable;

namespace Kiln;

/// <summary>How the arms of a comparison are made differently, whatever came of it.</summary>
/// <param name="Arms">Names of the arms.</param>
/// <param name="Settings">Settings in which they differ: model, hyperparameters, training options.</param>
/// <param name="Code">The definition of each further arm beside the first one's; empty where all are equal.</param>
public sealed record ArmDifferences(IReadOnlyList<string> Arms, IReadOnlyList<ConfigurationDifference> Settings, IReadOnlyList<CodeDifference> Code)
{
    internal static ArmDifferences Between(IReadOnlyList<ArmRuns> arms) => new(
        [.. arms.Select(arm => arm.Name)],
        ConfigurationDiff.Between(arms),
        [.. arms.Skip(1).Where(arm => arm.Source.ModelHash != arms[0].Source.ModelHash)
            .Select(arm => new CodeDifference(arms[0].Name, arm.Name, LineDiff.Of(arms[0].Source.Code, arm.Source.Code)))]);
}

/// <summary>The definitions of two arms, line by line.</summary>
/// <param name="A">Name of the first arm.</param>
/// <param name="B">Name of the second arm.</param>
/// <param name="Lines">Lines of both with two blanks before them, of the first alone with <c>- </c>, of the second alone with <c>+ </c>.</param>
public sealed record CodeDifference(string A, string B, ImmutableArray<string> Lines);

/// <summary>A setting in which arms differ.</summary>
/// <param name="Setting">Name of the setting.</param>
/// <param name="Values">Its value in each arm, in their order.</param>
public sealed record ConfigurationDifference(string Setting, IReadOnlyList<string> Values)
{
    /// <summary>Its value in the first arm.</summary>
    public string A => Values[0];

    /// <summary>Its value in the second arm.</summary>
    public string B => Values[1];
}
