using System.Collections.Immutable;

namespace Kiln.Search;

/// <summary>What stands behind <c>if</c>.</summary>
internal sealed class ConditionParser(SpaceReader reader, ValuesParser values, List<Dimension> before)
{
    private const string Form = "Write for example momentum=0..0.99 if optimizer=sgd.";

    public Condition Parse()
    {
        reader.SkipSpaces();
        var start = reader.Position;
        var name = reader.TakeName();
        if (name.Length == 0)
            throw reader.Error($"expected the name of a hyperparameter, got {reader.Seen()}. {Form}");
        var parent = before.Find(dimension => dimension.Name == name)
            ?? throw reader.ErrorAt(start, $"no hyperparameter '{name}' stands before this one. Write '{name}' first.");
        reader.SkipSpaces();
        var comparison = reader.TakeComparison(Form);
        reader.SkipSpaces();
        return comparison is Comparison.Equal or Comparison.NotEqual ? OneOf(parent, comparison) : Beyond(parent, start, comparison);
    }

    private Condition OneOf(Dimension parent, Comparison comparison)
    {
        var chosen = ImmutableArray.CreateBuilder<ParameterValue>();
        if (reader.TryTake("{"))
        {
            do
            {
                reader.SkipSpaces();
                chosen.Add(ValueOf(parent));
                reader.SkipSpaces();
            }
            while (reader.TryTake(","));
            reader.Take("}", "Write if optimizer={sgd,rmsprop}.");
        }
        else
        {
            chosen.Add(ValueOf(parent));
        }
        return new Condition(parent.Name, comparison, chosen.ToImmutable());
    }

    private ParameterValue ValueOf(Dimension parent)
    {
        var start = reader.Position;
        var value = values.ParseValue(Form);
        if (parent.Contains(value)) return value;
        // A choice of texts that look like numbers.
        if (parent.Contains(value.ToString())) return value.ToString();
        throw reader.ErrorAt(start, $"'{parent.Name}' is never {value}: it is {parent.Text}. {Form}");
    }

    private Condition Beyond(Dimension parent, int start, Comparison comparison)
    {
        if (!parent.IsNumber)
            throw reader.ErrorAt(start, $"'{parent.Name}' is no number, so it is neither less nor greater. Write if {parent.Name}=value.");
        var bound = reader.TakeNumber("Write for example if layers>=2.");
        return new Condition(parent.Name, comparison, [bound]);
    }
}
