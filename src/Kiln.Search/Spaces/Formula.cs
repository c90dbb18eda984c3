using System.Globalization;

namespace Kiln.Search;

/// <summary>One side of a <see cref="Constraint"/>: numbers, hyperparameters, + - * / and parentheses.</summary>
internal abstract record Formula
{
    public abstract string Text { get; }

    public abstract IEnumerable<string> Names { get; }

    /// <summary>Its value at a point; NaN where a hyperparameter is missing.</summary>
    public abstract double At(IReadOnlyDictionary<string, ParameterValue> parameters);
}

/// <summary>A number.</summary>
internal sealed record NumberFormula(double Value) : Formula
{
    public override string Text => Value.ToString("R", CultureInfo.InvariantCulture);

    public override IEnumerable<string> Names => [];

    public override double At(IReadOnlyDictionary<string, ParameterValue> parameters) => Value;
}

/// <summary>The value of a hyperparameter.</summary>
internal sealed record NameFormula(string Name) : Formula
{
    public override string Text => Name;

    public override IEnumerable<string> Names => [Name];

    public override double At(IReadOnlyDictionary<string, ParameterValue> parameters) =>
        parameters.TryGetValue(Name, out var value) && value.Kind is ParameterKind.Double or ParameterKind.Long ? value.AsDouble() : double.NaN;
}

/// <summary>Two formulas and what joins them.</summary>
internal sealed record JoinedFormula(Formula Left, char Sign, Formula Right) : Formula
{
    // A minus could be part of a name: it stands between spaces.
    public override string Text => Inner(Left, isRight: false) + (Sign == '-' ? " - " : $"{Sign}") + Inner(Right, isRight: true);

    public override IEnumerable<string> Names => Left.Names.Concat(Right.Names);

    private int Strength => Sign is '+' or '-' ? 1 : 2;

    public override double At(IReadOnlyDictionary<string, ParameterValue> parameters)
    {
        var (left, right) = (Left.At(parameters), Right.At(parameters));
        return Sign switch { '+' => left + right, '-' => left - right, '*' => left * right, _ => left / right };
    }

    private string Inner(Formula formula, bool isRight) =>
        formula is JoinedFormula inner && (inner.Strength < Strength || isRight && inner.Strength == Strength) ? $"({formula.Text})" : formula.Text;
}
