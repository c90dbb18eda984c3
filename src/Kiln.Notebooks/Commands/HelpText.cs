using System.Text;

namespace Kiln.Notebooks;

/// <summary>The help of a magic, written from its declaration.</summary>
internal static class HelpText
{
    private const int Column = 30;

    /// <summary>The whole help of a magic.</summary>
    public static string Of(Command command)
    {
        var text = new StringBuilder();
        text.AppendJoin(' ', [command.Name, .. command.Options.Where(option => option.IsArgument).Select(Usage)]);
        if (command.Options.Any(option => !option.IsArgument)) text.Append(" [options]");
        text.Append('\n').Append(char.ToUpperInvariant(command.Summary[0])).Append(command.Summary.AsSpan(1)).Append(".\n");
        if (command.Options.Count > 0) text.Append('\n');
        foreach (var option in command.Options) text.Append("  ").Append(Of(option)).Append('\n');
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
    public static MimeBundle Bundle(Command command) => MimeBundle.Of(Markup.Preformatted(command.Help), command.Help);

    private static string Usage(CommandOption option) => option.IsRequired ? option.Signature : $"[{option.Signature}]";
}
