using System.CommandLine;
using System.CommandLine.Parsing;
using Kiln.Training;

namespace Kiln.Kernel;

/// <summary>What is said of a line that was mistyped: one sentence, and what was meant.</summary>
internal static class UsageErrors
{
    /// <summary>Says what is wrong.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(ParseResult line, TextWriter error)
    {
        var command = line.CommandResult.Command;
        var path = Path(line.CommandResult);
        if (line.UnmatchedTokens is [var first, ..]) error.WriteLine($"{path}: there is no {(first.StartsWith('-') ? "option" : Kind(command))} {first}.{Meant(first, command)}");
        else error.WriteLine($"{path}: {line.Errors[0].Message}");
        error.WriteLine($"{path} -h shows what it takes.");
        return 1;
    }

    private static string Kind(Command command) => command.Subcommands.Count > 0 ? "command" : "place for";

    private static string Meant(string typed, Command command)
    {
        var known = command.Subcommands.Select(sub => sub.Name).Concat(command.Options.Where(option => !option.Hidden).Select(option => option.Name));
        return Suggestions.Nearest(typed, known) is { } word ? $" Did you mean {word}?" : "";
    }

    private static string Path(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : "kiln";
}
