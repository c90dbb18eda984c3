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
}
