using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>The language of <see cref="Space"/>.</summary>
internal sealed class SpaceParser(string text)
{
    private const string RangeForm = "Write a range as 0..0.5, 1..4(int) or log(1e-4,1e-1).";

    private readonly SpaceReader _reader = new(text);
    private readonly ImmutableArray<Dimension>.Builder _dimensions = ImmutableArray.CreateBuilder<Dimension>();

    public Space Parse()
    {
        for (_reader.SkipSpaces(); !_reader.IsAtEnd; _reader.SkipSpaces())
        {
            _dimensions.Add(ParseDimension());
            if (!_reader.IsAtEnd && !char.IsWhiteSpace(_reader.Next))
                throw _reader.Error($"expected a space before the next hyperparameter, got {_reader.Seen()}. {AfterValues(_reader.Next)}");
        }
        if (_dimensions.Count == 0)
            throw _reader.Error("expected at least one hyperparameter, got none. Write for example lr=log(1e-4,1e-1) width={32,64}.");
        return new Space(_dimensions.ToImmutable());
    }

    private static string AfterValues(char next) =>
        next is ',' or ';' ? "Separate hyperparameters by spaces alone." : RangeForm;

    private Dimension ParseDimension()
    {
        var start = _reader.Position;
        var name = _reader.TakeWhile(character => char.IsLetterOrDigit(character) || character is '_' or '-' or '.');
        if (name.Length == 0)
            throw _reader.Error($"expected the name of a hyperparameter, got {_reader.Seen()}. Write name=values, as in lr=log(1e-4,1e-1).");
        if (_dimensions.Any(dimension => dimension.Name == name))
            throw _reader.ErrorAt(start, $"hyperparameter '{name}' stands twice. Leave one out.");
        _reader.Take("=", $"Write {name}=values, as in {name}={{1,2}} or {name}=0..1.");
        return ParseValues(name);
    }

    private Dimension ParseValues(string name)
    {
        if (_reader.TryTake("{"))
            return ParseChoice(name);
        if (char.IsAsciiDigit(_reader.Next) || _reader.Next is '-' or '+' or '.')
            return ParseRangeOrNumber(name);
        var start = _reader.Position;
        var word = _reader.TakeWhile(character => !char.IsWhiteSpace(character) && character is not ('(' or ',' or ';' or '{' or '}'));
        if (_reader.Next == '(')
            return ParseFunction(name, word, start);
        if (word.Length == 0)
            throw _reader.Error($"expected values for '{name}', got {_reader.Seen()}. {RangeForm}");
        return word == "bool" ? new BoolDimension(name) : new ChoiceDimension(name, [ParameterValue.Parse(word)]);
    }

    private ChoiceDimension ParseChoice(string name)
    {
        const string remedy = "Write a choice as {32,64}.";
        var values = ImmutableArray.CreateBuilder<ParameterValue>();
        do
        {
            _reader.SkipSpaces();
            var start = _reader.Position;
            var value = ParseChoiceValue(remedy);
            if (values.Contains(value))
                throw _reader.ErrorAt(start, $"'{value}' stands twice among the choices of '{name}'. Leave one out.");
            values.Add(value);
            _reader.SkipSpaces();
        }
        while (_reader.TryTake(","));
        _reader.Take("}", remedy);
        return new ChoiceDimension(name, values.ToImmutable());
    }

    private ParameterValue ParseChoiceValue(string remedy)
    {
        if (_reader.TryTake("\""))
        {
            var quoted = _reader.TakeWhile(character => character != '"');
            _reader.Take("\"", "Close the quotation.");
            return quoted;
        }
        var word = _reader.TakeWhile(character => !char.IsWhiteSpace(character) && character is not (',' or '{' or '}' or '='));
        return word.Length > 0 ? ParameterValue.Parse(word) : throw _reader.Error($"expected a value, got {_reader.Seen()}. {remedy}");
    }

    private Dimension ParseFunction(string name, string word, int start)
    {
        if (word != "log")
            throw _reader.ErrorAt(start, $"unknown form '{word}(…)'. {RangeForm}");
        const string remedy = "Write log(1e-4,1e-1).";
        _reader.Take("(", remedy);
        var low = TakeBound(remedy);
        _reader.SkipSpaces();
        _reader.Take(",", remedy);
        var high = TakeBound(remedy);
        _reader.SkipSpaces();
        _reader.Take(")", remedy);
        return ParseRangeEnd(name, low, high, isLog: true);
    }

    private Dimension ParseRangeOrNumber(string name)
    {
        var start = _reader.Position;
        var low = TakeBound(RangeForm);
        if (_reader.TryTake(".."))
            return ParseRangeEnd(name, low, TakeBound(RangeForm), isLog: false);
        if (!_reader.IsAtEnd && !char.IsWhiteSpace(_reader.Next))
            throw _reader.Error($"expected '..' and the range's end, got {_reader.Seen()}. {RangeForm}");
        return new ChoiceDimension(name, [ParameterValue.Parse(text[start.._reader.Position])]);
    }

    /// <summary>Flags and levels behind a range, and the checks that need to know all of it.</summary>
    private Dimension ParseRangeEnd(string name, Bound low, Bound high, bool isLog)
    {
        var isInt = false;
        if (_reader.TryTake("("))
        {
            do
            {
                switch (TakeFlag())
                {
                    case "int": isInt = true; break;
                    default: isLog = true; break;
                }
            }
            while (_reader.TryTake(","));
            _reader.Take(")", "Write 1..4(int) or 16..256(log,int).");
        }
        var range = new SpaceRange(name, low, high, isLog, isInt, TakeLevels());
        return range.ToDimension(_reader);
    }

    private string TakeFlag()
    {
        _reader.SkipSpaces();
        var start = _reader.Position;
        var flag = _reader.TakeWhile(char.IsLetter);
        _reader.SkipSpaces();
        return flag is "int" or "log"
            ? flag
            : throw _reader.ErrorAt(start, $"expected 'int' or 'log', got '{flag}'. Write 1..4(int) or 16..256(log,int).");
    }

    private int? TakeLevels()
    {
        if (!_reader.TryTake("/"))
            return null;
        var start = _reader.Position;
        var levels = _reader.TakeNumber("Write the number of grid levels, as in 0..0.5/3.");
        return levels is >= 1 and <= 10_000 && levels == Math.Floor(levels)
            ? (int)levels
            : throw _reader.ErrorAt(start, $"expected a number of grid levels from 1 to 10000, got {levels}. Write for example 0..0.5/3.");
    }

    private Bound TakeBound(string remedy)
    {
        _reader.SkipSpaces();
        var start = _reader.Position;
        return new Bound(_reader.TakeNumber(remedy), start);
    }
}
