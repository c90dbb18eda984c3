using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Kiln.Notebooks;

/// <summary>An option or a positional argument of a magic, as its options record declares it.</summary>
public sealed class CommandOption
{
    private readonly OptionAttribute _declared;

    private CommandOption(PropertyInfo property, OptionAttribute declared, object? @default)
    {
        _declared = declared;
        Property = property;
        Name = declared is ArgumentAttribute argument ? argument.Name : "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(property.Name);
        ValueType = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        DefaultText = declared.Default ?? Word(@default);
        Values = [.. NamesOf(declared.Registry), .. (declared.OneOf ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>The name as typed, such as <c>--max-time</c>, or the argument's name in capitals.</summary>
    public string Name { get; }

    /// <summary>Whether it is told by its place in the line instead of its name.</summary>
    public bool IsArgument => _declared is ArgumentAttribute;

    /// <summary>One sentence without its full stop.</summary>
    public string Description => (_declared.For is { } uses ? $"{uses}: " : "") + _declared.Description + (ListsValues ? $": {string.Join(", ", Values)}" : "");

    /// <summary>The uses of the magic that take it; empty where all do.</summary>
    internal ImmutableArray<string> Uses => [.. (_declared.For ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The default in words, or null where there is none.</summary>
    public string? DefaultText { get; }

    /// <summary>The words allowed, or empty where any are.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>A word that may stand in the place of the number, or null.</summary>
    internal string? NumberWord => _declared.Word;

    /// <summary>Whether it takes no value: <c>--resume</c>.</summary>
    public bool IsFlag => ValueType == typeof(bool);

    /// <summary>Whether it may be given several values.</summary>
    public bool IsList => ValueType == typeof(ImmutableArray<string>);

    internal bool IsRequired => _declared is ArgumentAttribute { Required: true };

    internal bool HasCommas => _declared.Commas;

    internal NameKind Names => _declared.Names;

    internal string[] Endings => (_declared.Endings ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    internal PropertyInfo Property { get; }

    internal Type ValueType { get; }

    /// <summary>The option with its value's name: <c>--epochs N</c>.</summary>
    public string Signature => this switch
    {
        { IsArgument: true, IsList: true } => Name + " …",
        { IsArgument: true } => Name,
        { IsFlag: true } => Name,
        _ => $"{Name} {ValueName}",
    };

    // Where the signature calls the value by another name, the words stand in the sentence.
    private bool ListsValues => _declared.Value is not null && Values.Length > 0;

    private string ValueName => _declared.Value
        ?? (Values.Length > 0 ? string.Join('|', Values)
            : ValueType == typeof(int) || ValueType == typeof(long) ? "N"
            : ValueType == typeof(double) ? "X"
            : ValueType == typeof(TimeSpan) ? "TIME"
            : "TEXT");

    /// <summary>The options that a record type declares, in the order of its text.</summary>
    internal static IReadOnlyList<CommandOption> Of(object defaults) =>
        [.. from property in defaults.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            let declared = property.GetCustomAttribute<OptionAttribute>()
            where declared is not null
            select new CommandOption(property, declared, property.GetValue(defaults))];

    private static IEnumerable<string> NamesOf(Type? registry) => registry is null
        ? []
        : registry.GetProperty("Names", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) as IEnumerable<string>
            ?? throw new NotSupportedException($"{registry} has no static Names for an option to take.");

    private static string? Word(object? value) => value switch
    {
        null or false or "" => null,
        double number => Numbers.Short(number),
        TimeSpan time => Durations.Short(time),
        string text => text,
        IFormattable formattable when value is not ImmutableArray<string> => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}
