using System.Globalization;

namespace Kiln.Notebooks;

/// <summary>Reads the value of an option as its property's type.</summary>
internal static class OptionValue
{
    /// <summary>The value, or an error that names option, expected, received and remedy.</summary>
    public static object Read(Command command, CommandOption option, string text)
    {
        if (option.Values.Length > 0) return OneOf(command, option, text);
        var type = option.ValueType;
        if (type == typeof(string)) return text;
        if (option.NumberWord is { } word && word.Equals(text, StringComparison.OrdinalIgnoreCase)) return type == typeof(int) ? (object)int.MaxValue : double.NaN;
        if (type == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)) return whole;
        if (type == typeof(long) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var large)) return large;
        if (type == typeof(double) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return number;
        if (type == typeof(TimeSpan) && Durations.TryParse(text, out var time)) return time;
        throw Wrong(command, option, Expected(type) + (option.NumberWord is { } other ? ", or " + other : ""), text, "");
    }

    private static string OneOf(Command command, CommandOption option, string text)
    {
        if (option.HasCommas) return string.Join(',', text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => Known(command, option, word)));
        return Known(command, option, text);
    }

    private static string Known(Command command, CommandOption option, string word) =>
        option.Values.FirstOrDefault(value => value.Equals(word, StringComparison.OrdinalIgnoreCase))
        ?? throw Wrong(command, option, "one of " + string.Join(", ", option.Values), word, Nearest.Hint(word, option.Values));

    private static string Expected(Type type) =>
        type == typeof(int) || type == typeof(long) ? "a whole number such as 5"
        : type == typeof(double) ? "a number such as 0.001 or 1e-3"
        : type == typeof(TimeSpan) ? "a time such as 90s, 5m or 2h"
        : throw new NotSupportedException($"Options of type {type} cannot be read.");

    private static MagicException Wrong(Command command, CommandOption option, string expected, string received, string hint) =>
        new($"{command.Name} {option.Name}: expected {expected}, got \"{received}\".{hint}{(option.IsArgument && hint.Length == 0 && command.Examples.Count > 0 ? $" For example: {command.Examples[0]}" : "")}");
}
