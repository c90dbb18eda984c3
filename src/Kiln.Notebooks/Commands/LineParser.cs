using System.Collections.Immutable;
using System.CommandLine;

namespace Kiln.Notebooks;

/// <summary>
/// Fills an options record from a magic's words. System.CommandLine tells options from arguments;
/// the values are read here, so that every error is one sentence that says what to type instead.
/// </summary>
internal static class LineParser
{
    private static readonly ParserConfiguration Configuration = new() { EnablePosixBundling = false, ResponseFileTokenReplacer = null };

    /// <summary>Whether the line asks for help instead of work.</summary>
    public static bool AsksForHelp(Command command, IReadOnlyList<MagicWord> words) =>
        words.Any(word => word.Text is "-h" or "--help" or "-?") && !command.Options.Any(option => option.Name == "--help");

    /// <summary>Sets every property that the line names.</summary>
    /// <exception cref="MagicException">The line has an unknown option, a value that does not fit, or lacks an argument.</exception>
    public static void Fill(object options, Command command, IReadOnlyList<MagicWord> words)
    {
        if (words.FirstOrDefault(word => !word.Closed) is { } open)
            throw new MagicException($"{command.Name}: a quote is opened at {open.Text} but never closed. Add the closing quote.");
        foreach (var (option, values) in Values(command, words))
            option.Property.SetValue(options, Read(command, option, values));
    }

    private static IEnumerable<(CommandOption Option, IReadOnlyList<string> Values)> Values(Command command, IReadOnlyList<MagicWord> words)
    {
        var root = new System.CommandLine.Command("#") { TreatUnmatchedTokensAsErrors = false };
        var symbols = command.Options.Where(option => !option.IsArgument).Select(option => (option, symbol: Symbol(option))).ToList();
        foreach (var (_, symbol) in symbols) root.Options.Add(symbol);
        // One argument takes every word that is no option: the places are given out below, with our own messages.
        var rest = new Argument<string[]>("words") { Arity = ArgumentArity.ZeroOrMore };
        root.Arguments.Add(rest);
        var parsed = root.Parse([.. words.Select(word => word.Text)], Configuration);
        List<string> placed = [.. parsed.GetResult(rest)?.Tokens.Select(token => token.Value) ?? [], .. parsed.UnmatchedTokens];
        if (placed.FirstOrDefault(LooksLikeOption) is { } unknown) throw UnknownOption(command, unknown);
        return [.. Place(command, placed), .. symbols.Select(pair => (pair.option, parsed.GetResult(pair.symbol)))
            .Where(pair => pair.Item2 is { Implicit: false })
            .Select(pair => (pair.option, (IReadOnlyList<string>)[.. pair.Item2!.Tokens.Select(token => token.Value)]))];
    }

    private static Option Symbol(CommandOption option) => option.IsFlag
        ? new Option<bool>(option.Name)
        : new Option<string[]>(option.Name) { Arity = ArgumentArity.ZeroOrMore };

    private static IEnumerable<(CommandOption, IReadOnlyList<string>)> Place(Command command, List<string> words)
    {
        var next = 0;
        foreach (var argument in command.Options.Where(option => option.IsArgument))
        {
            var taken = argument.IsList ? words[Math.Min(next, words.Count)..] : [.. words.Skip(next).Take(1)];
            next += taken.Count;
            if (taken.Count > 0) yield return (argument, taken);
            else if (argument.IsRequired)
            {
                // Of "#!search net" the first word is wrong, and not the second missing.
                foreach (var (before, word) in command.Options.Where(option => option.IsArgument).Zip(words)) _ = OptionValue.Read(command, before, word);
                throw Missing(command, argument);
            }
        }
        if (next < words.Count) throw TooMany(command, words[next]);
    }

    private static object? Read(Command command, CommandOption option, IReadOnlyList<string> values)
    {
        if (option.IsFlag) return values.Count == 0 || values[^1] == "true";
        if (option.IsList) return values.ToImmutableArray();
        if (values.Count == 0) throw new MagicException($"{command.Name} {option.Signature}: the value is missing.");
        if (values.Count > 1) throw new MagicException($"{command.Name} {option.Name} is given {values.Count} times ({string.Join(", ", values)}). Give it once.");
        return OptionValue.Read(command, option, values[0]);
    }

    private static bool LooksLikeOption(string word) => word.Length > 1 && word[0] == '-' && !char.IsDigit(word[1]) && word[1] != '.';

    private static MagicException UnknownOption(Command command, string typed)
    {
        var name = typed.Split('=')[0];
        var known = command.Options.Where(option => !option.IsArgument).Select(option => option.Name).ToList();
        if (known.Count == 0) return new($"{command.Name} has no options, so {name} means nothing to it.");
        return new($"{command.Name} has no option {name}.{(Nearest.Hint(name, known) is { Length: > 0 } near ? near : OptionsElsewhere.Hint(name))} {MoreHelp(command)}");
    }

    private static MagicException Missing(Command command, CommandOption argument) =>
        new($"{command.Name}: {argument.Name} is missing ({argument.Description}). For example: {command.Examples.FirstOrDefault()?.Split('\n')[0] ?? command.Name + " " + argument.Name}");

    private static MagicException TooMany(Command command, string word) =>
        new($"{command.Name}: \"{word}\" is one word too many. " + (command.Options.Count == 0
            ? "It takes none."
            : $"An option starts with --, and a value with blanks needs quotes. {MoreHelp(command)}"));

    private static string MoreHelp(Command command) => $"Type {command.Name} -h to see all options.";
}
