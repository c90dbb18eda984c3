using Kiln.Notebooks;

namespace Kiln.Interactive;

/// <summary>The magics that the extension binds: those of the command table, and the page that explains them here.</summary>
public static class Magics
{
    // The host has one of its own, which lists ours as well.
    private const string OfTheHost = "#!lsmagic";

    /// <summary>The table behind them.</summary>
    internal static CommandTable Table { get; } = CommandTable.Default.With([new KilnHelpMagic()]);

    /// <summary>All of them, in the order in which a beginner meets them.</summary>
    public static IReadOnlyList<MagicDescription> All { get; } =
    [
        .. from command in Table.Commands
           where command.IsListed && command.Name != OfTheHost
           from name in command.Aliases.Prepend(command.Name)
           select new MagicDescription(name, Sentence(command.Summary), MagicParameter.Of(Table, command)),
    ];

    private static string Sentence(string summary) => char.ToUpperInvariant(summary[0]) + summary[1..] + ".";
}
