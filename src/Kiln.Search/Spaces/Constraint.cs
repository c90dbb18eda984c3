namespace Kiln.Search;

/// <summary>A rule that combinations of hyperparameters keep to: <c>where width*layers&lt;=512</c>.</summary>
/// <remarks>It says nothing of a point in which one of its hyperparameters means nothing (see <see cref="Condition"/>).</remarks>
public sealed class Constraint
{
    private readonly Formula _left, _right;
    private readonly Comparison _comparison;

    internal Constraint(Formula left, Comparison comparison, Formula right) => (_left, _comparison, _right) = (left, comparison, right);

    /// <summary>The rule in the language of <see cref="Space.Parse"/>, without <c>where</c>.</summary>
    public string Text => _left.Text + _comparison.Sign() + _right.Text;

    /// <summary>Names of the hyperparameters in it.</summary>
    public IEnumerable<string> Names => _left.Names.Concat(_right.Names).Distinct();

    /// <summary>Whether a point keeps to it.</summary>
    /// <param name="parameters">The point's parameters by name.</param>
    /// <returns>True when it does, or when a hyperparameter of the rule is missing.</returns>
    public bool Holds(IReadOnlyDictionary<string, ParameterValue> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        // A missing one makes NaN of its side.
        var (left, right) = (_left.At(parameters), _right.At(parameters));
        return double.IsNaN(left) || double.IsNaN(right) || _comparison.Holds(left, right);
    }
}
