namespace Kiln.Search;

public sealed partial class Space
{
    /// <summary>A space of dimensions, for spaces that are written in C#.</summary>
    /// <param name="dimensions">The dimensions, at least one, no name twice, each behind the one its condition names.</param>
    /// <returns>The space.</returns>
    /// <exception cref="ArgumentException">There are none, a name stands twice, or a condition names none before it.</exception>
    public static Space Of(params Dimension[] dimensions) => new([.. dimensions]);

    /// <summary>A real number in a range, evenly spread.</summary>
    /// <param name="name">Name of the hyperparameter.</param>
    /// <param name="low">Least value.</param>
    /// <param name="high">Greatest value.</param>
    /// <param name="step">Distance of neighbours; default 0: any number.</param>
    /// <returns>The dimension.</returns>
    /// <exception cref="ArgumentException">The range is none.</exception>
    public static Dimension Float(string name, double low, double high, double step = 0)
    {
        CheckRange(name, low, high, step);
        return step > 0 ? new StepDimension(name, low, high, step) : new FloatDimension(name, low, high);
    }

    /// <summary>A positive real number whose logarithm is evenly spread, such as a learning rate.</summary>
    /// <param name="name">Name of the hyperparameter.</param>
    /// <param name="low">Least value, above 0.</param>
    /// <param name="high">Greatest value.</param>
    /// <returns>The dimension.</returns>
    /// <exception cref="ArgumentException">The range is none or begins at 0 or below.</exception>
    public static Dimension Log(string name, double low, double high)
    {
        CheckRange(name, low, high, 0, isLog: true);
        return new LogFloatDimension(name, low, high);
    }

    /// <summary>A whole number in a range, ends included.</summary>
    /// <param name="name">Name of the hyperparameter.</param>
    /// <param name="low">Least value.</param>
    /// <param name="high">Greatest value.</param>
    /// <param name="step">Distance of neighbours; default 1.</param>
    /// <param name="log">Whether the logarithm is evenly spread; then <paramref name="step"/> is 1. Default false.</param>
    /// <returns>The dimension.</returns>
    /// <exception cref="ArgumentException">The range is none.</exception>
    public static Dimension Int(string name, long low, long high, long step = 1, bool log = false)
    {
        CheckRange(name, low, high, step, log);
        if (step < 1 || log && step > 1)
            throw new ArgumentException($"Space, '{name}': expected a step of 1 or more, and of 1 with log, got {step}.", nameof(step));
        return step > 1 ? new StepDimension(name, low, high, step, IsInt: true) : new IntDimension(name, low, high, log);
    }

    /// <summary>One of some values.</summary>
    /// <param name="name">Name of the hyperparameter.</param>
    /// <param name="values">The values in the order in which a grid tries them, at least one, none twice.</param>
    /// <returns>The dimension.</returns>
    /// <exception cref="ArgumentException">There are none, or one stands twice.</exception>
    public static Dimension Choice(string name, params ParameterValue[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Length == 0 || values.Distinct().Count() < values.Length)
            throw new ArgumentException($"Space, '{name}': expected one value or more, none of them twice, got {{{string.Join(",", values)}}}.", nameof(values));
        return new ChoiceDimension(name, [.. values]);
    }

    /// <summary>True or false.</summary>
    /// <param name="name">Name of the hyperparameter.</param>
    /// <returns>The dimension.</returns>
    public static Dimension Bool(string name) => new BoolDimension(name);

    /// <summary>The same space with one more rule for combinations.</summary>
    /// <param name="rule">The rule in the language of <see cref="Space"/>, such as <c>width*layers&lt;=512</c>.</param>
    /// <returns>The space.</returns>
    /// <exception cref="SpaceSyntaxException">The text is no rule; the message points at the character.</exception>
    public Space Where(string rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var reader = new SpaceReader(rule);
        var constraint = new ConstraintParser(reader, [.. Dimensions]).Parse();
        reader.SkipSpaces();
        return reader.IsAtEnd
            ? new Space(Dimensions, Constraints.Add(constraint))
            : throw reader.Error($"expected the end of the rule, got {reader.Seen()}. Write one rule in each Where.");
    }

    private static void CheckRange(string name, double low, double high, double step, bool isLog = false)
    {
        if (!double.IsFinite(low) || !double.IsFinite(high) || low >= high)
            throw new ArgumentException($"Space, '{name}': expected a range with its smaller end first, got {low} to {high}.");
        if (isLog && low <= 0)
            throw new ArgumentException($"Space, '{name}': a logarithmic range begins above 0, got {low}.");
        if (step < 0 || step > high - low)
            throw new ArgumentException($"Space, '{name}': expected a step that is not longer than the range, got {step}.");
    }
}
