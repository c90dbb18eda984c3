using System.Text;

namespace Kiln.Notebooks;

/// <summary>The help of a magic, written from its declaration.</summary>
internal static class HelpText
{
    private const int Column = 30;

    /// <summary>The whole help of a magic.</summary>
    public static string Of(Command command)
    {
        var text = new StringBuilder().Append(UsageOf(command)).Append('\n').Append(SummaryOf(command)).Append('\n');
        if (command.Aliases.Count > 0) text.Append(AlsoOf(command)).Append('\n');
        if (command.Options.Count > 0) text.Append('\n');
        foreach (var option in command.Options) text.Append("  ").Append(Of(option)).Append('\n');
        if (command.Words.Count > 0) text.Append('\n');
        foreach (var (word, meaning) in command.Words) text.Append("  ").Append(word.PadRight(Column)).Append(' ').Append(meaning).Append('\n');
        if (command.Examples.Count > 0) text.Append("\nFor example\n");
        foreach (var example in command.Examples) text.Append("  ").Append(example.Replace("\n", "\n  ")).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The line of one option.</summary>
    public static string Of(CommandOption option)
    {
        var signature = option.Signature;
        var space = signature.Length < Column ? signature.PadRight(Column) : signature + "\n  " + new string(' ', Column);
        return $"{space} {Sentence(option)}";
    }

    /// <summary>What an option does, with its default.</summary>
    public static string Sentence(CommandOption option) =>
        option.Description + (option.DefaultText is { } value ? $" (default: {value})" : "");

    /// <summary>The help as an output of the cell.</summary>
    public static MimeBundle Bundle(Command command)
    {
        var table = new Table(new Column("option"), new Column("what it does"), new Column("default"));
        foreach (var option in command.Options) table.Add(new Cell(option.Signature, true), option.Description, option.DefaultText ?? "");
        var report = new Report().Head(UsageOf(command)).Say(SummaryOf(command));
        if (command.Aliases.Count > 0) report.Aside(AlsoOf(command));
        report.Put(table);
        var words = new Table(new Column("word"), new Column("what it means"));
        foreach (var (word, meaning) in command.Words) words.Add(new Cell(word, true), meaning);
        report.Put(words);
        if (command.Examples.Count > 0) report.Aside("For example").Code(string.Join('\n', command.Examples));
        return MimeBundle.Of(report.Html, command.Help);
    }

    private static string UsageOf(Command command)
    {
        var text = string.Join(' ', [command.Name, .. command.Options.Where(option => option.IsArgument).Select(Usage)]);
        return command.Options.Any(option => !option.IsArgument) ? text + " [options]" : text;
    }

    private static string AlsoOf(Command command) => $"Also: {string.Join(", ", command.Aliases)}";

    private static string SummaryOf(Command command) => char.ToUpperInvariant(command.Summary[0]) + command.Summary[1..] + ".";

    private static string Usage(CommandOption option) => option.IsRequired ? option.Signature : $"[{option.Signature}]";
}
