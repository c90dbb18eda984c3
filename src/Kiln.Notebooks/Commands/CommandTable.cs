namespace Kiln.Notebooks;

/// <summary>All magics of Kiln, for every host: splitting of cells, running, completion, help.</summary>
public sealed class CommandTable
{
    private readonly Dictionary<string, Command> _byName;
    private readonly INames _names;

    internal CommandTable(IReadOnlyList<Command> commands, INames names)
    {
        Commands = commands;
        _names = names;
        _byName = commands
            .SelectMany(command => command.Aliases.Prepend(command.Name).Select(name => (name, command)))
            .ToDictionary(pair => pair.name, pair => pair.command);
    }

    /// <summary>The table with every magic, over the lab of this process.</summary>
    public static CommandTable Default { get; } = new(AllMagics.List, new LabNames());

    /// <summary>The magics, in the order in which a beginner meets them.</summary>
    public IReadOnlyList<Command> Commands { get; }

    /// <summary>This table with the magics of a host behind its own.</summary>
    public CommandTable With(IEnumerable<Command> commands) => new([.. Commands, .. commands], _names);

    /// <summary>The magic of a name such as <c>#!train</c>, or null.</summary>
    public Command? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Cuts a cell into C# and magics. A body ends at the next line that starts with <c>#!</c>, or with the cell.</summary>
    /// <param name="cell">The cell as typed.</param>
    public IReadOnlyList<CellPart> Split(string cell) => CellSplitter.Split(cell, Find);

    /// <summary>Runs a magic to its end; what it shows goes to the host.</summary>
    /// <exception cref="MagicException">The line or the body is wrong, or the magic failed; one clean message says what to type instead.</exception>
    /// <exception cref="CellCodeException">The body does not compile.</exception>
    public async Task RunAsync(MagicPart magic, INotebookHost host)
    {
        var line = MagicLine.Read(magic.Line);
        var command = Find(line.Name) ?? throw Unknown(line.Name);
        if (LineParser.AsksForHelp(command, line.Words))
        {
            host.Display(HelpText.Bundle(command));
            return;
        }
        using var session = NotebookSession.Attach(host);
        try
        {
            await command.RunAsync(new MagicContext(this, line, magic, host));
        }
        catch (Exception failure) when (MagicFailure.IsForTheUser(failure))
        {
            throw new MagicException(MagicFailure.Message(command, failure), failure);
        }
    }

    /// <summary>Proposes what the word under the cursor may become: magics, options, values, models, data sets, runs.</summary>
    /// <param name="line">A line that starts with <c>#!</c>.</param>
    /// <param name="position">The cursor, as an index into the line in UTF-16 units.</param>
    public IReadOnlyList<MagicCompletion> Complete(string line, int position) => LineCompletion.Of(this, _names, line, position);

    /// <summary>The help text of the magic or option under the cursor, or null where there is none.</summary>
    /// <param name="line">A line that starts with <c>#!</c>.</param>
    /// <param name="position">The cursor, as an index into the line in UTF-16 units.</param>
    public string? Describe(string line, int position)
    {
        var words = MagicLine.Read(line);
        if (Find(words.Name) is not { } command) return null;
        var word = words.Words.FirstOrDefault(word => word.Start <= position && position <= word.End);
        var option = command.Options.FirstOrDefault(option => !option.IsArgument && option.Name == word?.Text.Split('=')[0]);
        return option is null ? command.Help : $"{command.Name} {HelpText.Of(option)}";
    }

    private MagicException Unknown(string name) =>
        new($"There is no magic {name}.{Nearest.Hint(name, Commands.Where(command => command.IsListed).Select(command => command.Name))} Type #!lsmagic to see them all.");
}
