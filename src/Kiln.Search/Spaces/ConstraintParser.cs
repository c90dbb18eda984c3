namespace Kiln.Search;

/// <summary>What stands behind <c>where</c>.</summary>
internal sealed class ConstraintParser(SpaceReader reader, List<Dimension> before)
{
    private const string Form = "Write for example where width*layers<=512.";

    public Constraint Parse()
    {
        var start = SkipSpaces();
        var left = Sum();
        SkipSpaces();
        var comparison = reader.TakeComparison(Form);
        var right = Sum();
        return left.Names.Concat(right.Names).Any()
            ? new Constraint(left, comparison, right)
            : throw reader.ErrorAt(start, $"no hyperparameter stands in this rule. {Form}");
    }

    private Formula Sum() => Chain("+-", () => Chain("*/", Part));

    private Formula Chain(string signs, Func<Formula> next)
    {
        var left = next();
        while (true)
        {
            var end = reader.Position;
            SkipSpaces();
            var sign = reader.Next;
            if (!signs.Contains(sign, StringComparison.Ordinal))
            {
                // These spaces may lead to the next hyperparameter.
                reader.ReturnTo(end);
                return left;
            }
            reader.Take(sign.ToString(), Form);
            left = new JoinedFormula(left, sign, next());
        }
    }

    private Formula Part()
    {
        var start = SkipSpaces();
        if (reader.TryTake("("))
        {
            var inner = Sum();
            SkipSpaces();
            reader.Take(")", "Close the parenthesis.");
            return inner;
        }
        if (char.IsAsciiDigit(reader.Next) || reader.Next is '-' or '.')
            return new NumberFormula(reader.TakeNumber(Form));
        var name = reader.TakeName();
        if (name.Length == 0)
            throw reader.Error($"expected a number or the name of a hyperparameter, got {reader.Seen()}. {Form}");
        var named = before.Find(dimension => dimension.Name == name)
            ?? throw reader.ErrorAt(start, $"no hyperparameter '{name}' stands before this rule. {(name.Contains('-', StringComparison.Ordinal) ? "Write spaces around a minus." : "Write rules last.")}");
        return named.IsNumber ? new NameFormula(name) : throw reader.ErrorAt(start, $"'{name}' is no number: it is {named.Text}. {Form}");
    }

    private int SkipSpaces()
    {
        reader.SkipSpaces();
        return reader.Position;
    }
}
