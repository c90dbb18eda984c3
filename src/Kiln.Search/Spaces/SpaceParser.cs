using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>The language of <see cref="Space"/>.</summary>
internal sealed class SpaceParser
{
    private readonly SpaceReader _reader;
    private readonly ValuesParser _values;
    private readonly List<Dimension> _dimensions = [];
    private readonly ImmutableArray<Constraint>.Builder _constraints = ImmutableArray.CreateBuilder<Constraint>();

    public SpaceParser(string text)
    {
        _reader = new SpaceReader(text);
        _values = new ValuesParser(text, _reader);
    }

    public Space Parse()
    {
        for (_reader.SkipSpaces(); !_reader.IsAtEnd; _reader.SkipSpaces())
        {
            if (_reader.TryTakeWord("where")) _constraints.Add(new ConstraintParser(_reader, _dimensions).Parse());
            else _dimensions.Add(ParseDimension());
            if (!_reader.IsAtEnd && !char.IsWhiteSpace(_reader.Next))
                throw _reader.Error($"expected a space before the next hyperparameter, got {_reader.Seen()}. {AfterValues(_reader.Next)}");
        }
        if (_dimensions.Count == 0)
            throw _reader.Error("expected at least one hyperparameter, got none. Write for example lr=log(1e-4,1e-1) width={32,64}.");
        return new Space([.. _dimensions], _constraints.ToImmutable());
    }

    private static string AfterValues(char next) =>
        next is ',' or ';' ? "Separate hyperparameters by spaces alone." : ValuesParser.RangeForm;

    private Dimension ParseDimension()
    {
        var start = _reader.Position;
        var name = _reader.TakeName();
        if (name.Length == 0)
            throw _reader.Error($"expected the name of a hyperparameter, got {_reader.Seen()}. Write name=values, as in lr=log(1e-4,1e-1).");
        if (_dimensions.Exists(dimension => dimension.Name == name))
            throw _reader.ErrorAt(start, $"hyperparameter '{name}' stands twice. Leave one out.");
        _reader.Take("=", $"Write {name}=values, as in {name}={{1,2}} or {name}=0..1.");
        var dimension = _values.Parse(name);
        var end = _reader.Position;
        _reader.SkipSpaces();
        if (end < _reader.Position && _reader.TryTakeWord("if"))
            return dimension with { Condition = new ConditionParser(_reader, _values, _dimensions).Parse() };
        _reader.ReturnTo(end);
        return dimension;
    }
}
