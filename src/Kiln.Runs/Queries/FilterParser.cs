namespace Kiln.Runs;

/// <summary>
/// Reads a question such as <c>lr&lt;0.01 and (tag=x or not model=net)</c>: <c>not</c> binds tightest, then <c>and</c>, then <c>or</c>.
/// </summary>
internal sealed class FilterParser
{
    private const string Example = "For example: lr<0.01 and tag=x or model=net";

    private readonly string _text;
    private readonly List<FilterToken> _tokens;
    private int _at;

    private FilterParser(string text)
    {
        _text = text;
        _tokens = FilterTokens.Of(text);
    }

    private FilterToken Here => _tokens[_at];

    /// <summary>Reads a question.</summary>
    /// <exception cref="RunFilterException">It cannot be read.</exception>
    public static FilterNode Parse(string text)
    {
        var parser = new FilterParser(text);
        var node = parser.Or();
        return parser.Here.Kind == FilterTokenKind.End ? node : throw parser.Unexpected();
    }

    private FilterNode Or()
    {
        var left = And();
        while (Take("or"))
            left = new FilterPair(false, left, And());
        return left;
    }

    private FilterNode And()
    {
        var left = Not();
        while (Take("and"))
            left = new FilterPair(true, left, Not());
        return left;
    }

    private FilterNode Not()
    {
        if (Take("not"))
            return new FilterNot(Not());
        if (!Here.Is('('))
            return Comparison();
        var open = _tokens[_at++];
        var inner = Or();
        if (!Here.Is(')'))
            throw Here.Kind == FilterTokenKind.End ? Wrong(open, "This ( is never closed. Add a ).") : Unexpected();
        _at++;
        return inner;
    }

    private FilterComparison Comparison()
    {
        if (Here.Kind != FilterTokenKind.Word || Here.Is("and") || Here.Is("or"))
            throw Wrong(Here, $"Here the name of a column, metric or hyperparameter is expected{Got()}. {Example}");
        var name = _tokens[_at++];
        if (Here.Kind != FilterTokenKind.Operator)
            throw Wrong(Here, $"Behind {name.Text} one of = != < <= > >= ~ (contains) is expected{Got()}.");
        var comparison = _tokens[_at++];
        if (Here.Kind is not (FilterTokenKind.Word or FilterTokenKind.Quoted))
            throw Wrong(Here, $"Behind {name.Text}{comparison.Text} a value is expected{Got()}. Put one with blanks in quotes.");
        return new(name, comparison, _tokens[_at++]);
    }

    private bool Take(string word)
    {
        if (!Here.Is(word))
            return false;
        _at++;
        return true;
    }

    private string Got() => Here.Kind == FilterTokenKind.End ? "; the question ends here" : $", not '{Here.Text}'";

    private RunFilterException Unexpected() => Here.Is(')')
        ? Wrong(Here, "This ) closes nothing. Take it away, or add a ( before.")
        : Wrong(Here, $"Here 'and', 'or' or the end is expected, not '{Here.Text}'. {Example}");

    private RunFilterException Wrong(FilterToken at, string problem) => new(_text, at.Position, problem);
}
