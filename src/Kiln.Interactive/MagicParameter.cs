using Kiln.Notebooks;

namespace Kiln.Interactive;

/// <summary>A parameter of a magic as .NET Interactive is told of it.</summary>
/// <param name="Name">The name with its dashes; an argument bears its own in small letters.</param>
/// <param name="Description">One sentence: what it is for.</param>
/// <param name="IsFlag">Whether it takes no value.</param>
/// <param name="IsUnnamed">Whether words without a name are its values; one parameter of a magic at most.</param>
public sealed record MagicParameter(string Name, string Description, bool IsFlag, bool IsUnnamed)
{
    /// <summary>The values that completion proposes, as they are now.</summary>
    public Func<IEnumerable<string>> Values { get; private init; } = () => [];

    /// <summary>What the host shows as the kind of its value.</summary>
    public string TypeHint { get; private init; } = "text";

    /// <summary>All parameters of a magic: its arguments and options, and what asks for help.</summary>
    internal static IReadOnlyList<MagicParameter> Of(CommandTable table, Command command) =>
    [
        .. command.Options.Select((option, place) => Of(table, command, option, place)),
        // "-h" is no name that the host knows by itself: it is refused unless it is declared.
        new("-h", "show the help of this magic", IsFlag: true, IsUnnamed: false),
        new("--help", "show the help of this magic", IsFlag: true, IsUnnamed: false),
    ];

    private static MagicParameter Of(CommandTable table, Command command, CommandOption option, int place) =>
        new(option.IsArgument ? "--" + option.Name.ToLowerInvariant() : option.Name, Sentence(option), option.IsFlag, option.IsArgument && place == 0)
        {
            TypeHint = option.Name.Contains("PATH", StringComparison.Ordinal) ? "file" : "text",
            Values = () => Proposals(table, option.IsArgument ? command.Name + " " : $"{command.Name} {option.Name} "),
        };

    private static string Sentence(CommandOption option) =>
        option.Description + (option.DefaultText is { } value ? $" (default: {value})" : "");

    private static IEnumerable<string> Proposals(CommandTable table, string line) =>
        table.Complete(line, line.Length).Where(proposal => proposal.Kind != "option").Select(proposal => proposal.Text);
}
