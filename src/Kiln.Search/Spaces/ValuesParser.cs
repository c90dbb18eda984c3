using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>The values of one hyperparameter in the language of <see cref="Space"/>.</summary>
internal sealed class ValuesParser(string text, SpaceReader reader)
{
    public const string RangeForm = "Write a range as 0..0.5, 1..4(int) or log(1e-4,1e-1).";

    private const string ChoiceForm = "Write a choice as {32,64}.";

    private const string FlagForm = "Write 1..4(int), 16..256(log,int) or 0..1(step=0.1).";

    public Dimension Parse(string name)
    {
        if (reader.TryTake("{"))
            return ParseChoice(name);
        if (reader.Next is '[' or '(')
            throw reader.Error($"expected values for '{name}', got {reader.Seen()}. {RangeForm} {ChoiceForm}");
        if (char.IsAsciiDigit(reader.Next) || reader.Next is '-' or '+' or '.')
            return ParseRangeOrNumber(name);
        var start = reader.Position;
        var word = reader.TakeWhile(character => !char.IsWhiteSpace(character) && character is not ('(' or ',' or ';' or '{' or '}'));
        if (reader.Next == '(')
            return ParseFunction(name, word, start);
        if (word.Length == 0)
            throw reader.Error($"expected values for '{name}', got {reader.Seen()}. {RangeForm}");
        return word == "bool" ? new BoolDimension(name) : new ChoiceDimension(name, [ParameterValue.Parse(word)]);
    }

    private ChoiceDimension ParseChoice(string name)
    {
        var values = ImmutableArray.CreateBuilder<ParameterValue>();
        do
        {
            reader.SkipSpaces();
            var start = reader.Position;
            var value = ParseValue(ChoiceForm);
            if (values.Contains(value))
                throw reader.ErrorAt(start, $"'{value}' stands twice among the choices of '{name}'. Leave one out.");
            values.Add(value);
            reader.SkipSpaces();
        }
        while (reader.TryTake(","));
        reader.Take("}", ChoiceForm);
        return new ChoiceDimension(name, values.ToImmutable());
    }

    /// <summary>A single value; a text with spaces in double quotes.</summary>
    public ParameterValue ParseValue(string remedy)
    {
        if (reader.TryTake("\""))
        {
            var quoted = reader.TakeWhile(character => character != '"');
            reader.Take("\"", "Close the quotation.");
            return quoted;
        }
        var word = reader.TakeWhile(character => !char.IsWhiteSpace(character) && character is not (',' or '{' or '}' or '='));
        return word.Length > 0 ? ParameterValue.Parse(word) : throw reader.Error($"expected a value, got {reader.Seen()}. {remedy}");
    }

    private Dimension ParseFunction(string name, string word, int start)
    {
        if (word != "log")
            throw reader.ErrorAt(start, $"unknown form '{word}(…)'. {RangeForm} {ChoiceForm}");
        const string remedy = "Write log(1e-4,1e-1).";
        reader.Take("(", remedy);
        var low = TakeBound(remedy);
        reader.SkipSpaces();
        reader.Take(",", remedy);
        var high = TakeBound(remedy);
        reader.SkipSpaces();
        reader.Take(")", remedy);
        return ParseRangeEnd(name, low, high, isLog: true);
    }

    private Dimension ParseRangeOrNumber(string name)
    {
        var start = reader.Position;
        var low = TakeBound(RangeForm);
        if (reader.TryTake(".."))
            return ParseRangeEnd(name, low, TakeBound(RangeForm), isLog: false);
        if (!reader.IsAtEnd && !char.IsWhiteSpace(reader.Next))
            throw reader.Error($"expected '..' and the range's end, got {reader.Seen()}. {RangeForm}");
        return new ChoiceDimension(name, [ParameterValue.Parse(text[start..reader.Position])]);
    }

    /// <summary>Flags and levels behind a range, and the checks that need to know all of it.</summary>
    private Dimension ParseRangeEnd(string name, Bound low, Bound high, bool isLog)
    {
        var range = new SpaceRange(name, low, high, isLog);
        if (reader.TryTake("("))
        {
            do
            {
                range = TakeFlag() switch
                {
                    "int" => range with { IsInt = true },
                    "log" => range with { IsLog = true },
                    _ => range with { Step = TakeStep() },
                };
                reader.SkipSpaces();
            }
            while (reader.TryTake(","));
            reader.Take(")", FlagForm);
        }
        return (range with { Levels = TakeLevels() }).ToDimension(reader);
    }

    private string TakeFlag()
    {
        reader.SkipSpaces();
        var start = reader.Position;
        var flag = reader.TakeWhile(char.IsLetter);
        reader.SkipSpaces();
        return flag is "int" or "log" or "step"
            ? flag
            : throw reader.ErrorAt(start, $"expected 'int', 'log' or 'step', got '{flag}'. {FlagForm}");
    }

    private Bound TakeStep()
    {
        reader.Take("=", "Write 0..1(step=0.1).");
        return TakeBound("Write 0..1(step=0.1).");
    }

    private int? TakeLevels()
    {
        if (!reader.TryTake("/"))
            return null;
        var start = reader.Position;
        var levels = reader.TakeNumber("Write the number of grid levels, as in 0..0.5/3.");
        return levels is >= 1 and <= 10_000 && levels == Math.Floor(levels)
            ? (int)levels
            : throw reader.ErrorAt(start, $"expected a number of grid levels from 1 to 10000, got {levels}. Write for example 0..0.5/3.");
    }

    private Bound TakeBound(string remedy)
    {
        reader.SkipSpaces();
        var start = reader.Position;
        return new Bound(reader.TakeNumber(remedy), start);
    }
}
