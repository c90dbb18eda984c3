namespace Kiln.Search;

/// <summary>A trial that is to be run now.</summary>
/// <param name="Number">Number of the trial within its study, from 0.</param>
/// <param name="Parameters">Its parameters by name.</param>
/// <param name="RunId">Id of the trial's run, whose row is there and running; null in a study that is kept in memory.</param>
/// <param name="IsTakenUp">Whether an earlier process began it: it may have a checkpoint to go on from.</param>
public sealed record Trial(int Number, IReadOnlyDictionary<string, ParameterValue> Parameters, string? RunId, bool IsTakenUp)
{
    /// <summary>A parameter by its name.</summary>
    /// <param name="name">The name.</param>
    public ParameterValue this[string name] => Parameters.TryGetValue(name, out var value)
        ? value
        : throw new ArgumentException($"Trial {Number} has no parameter '{name}'. It has: {string.Join(", ", Parameters.Keys.Order())}.", nameof(name));

    /// <summary>Number of the finished trial whose state this one goes on from, as pbt wants it; null (default) to begin anew.</summary>
    public int? Origin { get; init; }

    internal Study? Study { get; init; }

    /// <summary>Tells the study what the trial has reached on its way, as <see cref="Study.Report"/> does.</summary>
    /// <param name="step">How much of its resource it has used (epochs, folds, batches), from 1, rising.</param>
    /// <param name="value">Value of the study's metric there.</param>
    public void Report(int step, double value) => Owner.Report(this, step, value);

    /// <summary>Whether the study's pruner would end the trial now, as <see cref="Study.ShouldPrune"/> tells.</summary>
    /// <returns>True when the rest is not worth its time; the objective then returns what it has.</returns>
    public bool ShouldPrune() => Owner.ShouldPrune(this);

    private Study Owner => Study ?? throw new InvalidOperationException($"Trial {Number} belongs to no study. Take trials from Study.Ask().");
}
