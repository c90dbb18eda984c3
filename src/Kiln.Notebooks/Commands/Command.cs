namespace Kiln.Notebooks;

/// <summary>A magic of the command table: what its line may say, and what it does.</summary>
public abstract class Command
{
    /// <summary>The name with its <c>#!</c>, such as <c>#!train</c>.</summary>
    public abstract string Name { get; }

    /// <summary>One sentence without its full stop: what the magic does.</summary>
    public abstract string Summary { get; }

    /// <summary>Other names of it, with their <c>#!</c>.</summary>
    public virtual IReadOnlyList<string> Aliases => [];

    /// <summary>The heading under which a list of all magics shows it.</summary>
    public virtual string Family => "Training lab";

    /// <summary>Whether lists and completion name it; a magic that only explains why it is not here stays out of them.</summary>
    public virtual bool IsListed => true;

    /// <summary>Lines that show its use, for the help text.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Words of its line that need a sentence each, for the help text.</summary>
    public virtual IReadOnlyList<(string Word, string Meaning)> Words => [];

    /// <summary>Whether the lines below the magic, to the next magic or the end of the cell, belong to it.</summary>
    public virtual bool TakesBody => false;

    /// <summary>Whether it names the language of what follows: after another magic in the same cell, that language goes on.</summary>
    public virtual bool IsLanguage => false;

    /// <summary>Whether its line cannot stand alone: a console then waits for the body.</summary>
    /// <param name="line">The line, starting with <c>#!</c>.</param>
    public bool AwaitsBody(string line)
    {
        var words = MagicLine.Read(line).Words;
        // --from and its kin say where what would be the body comes from.
        return TakesBody && !LineParser.AsksForHelp(this, words) && !words.Any(word => word.Text.StartsWith("--from", StringComparison.Ordinal));
    }

    /// <summary>Whether its body is C#.</summary>
    public virtual bool HasCode => false;

    /// <summary>Its arguments and options in the order of the help text.</summary>
    public abstract IReadOnlyList<CommandOption> Options { get; }

    /// <summary>Its help text for a terminal.</summary>
    public string Help => HelpText.Of(this);

    /// <summary>C# on one line that declares what the body sees besides the session; a cursor behind it is completed as in the body.</summary>
    /// <param name="body">The body as typed.</param>
    public virtual string ScopeOf(string body) => "";

    internal abstract Task RunAsync(MagicContext context);
}

/// <summary>A magic whose line fills an options record; the record's defaults are the documented defaults.</summary>
/// <typeparam name="TOptions">A record whose properties bear <see cref="OptionAttribute"/> or <see cref="ArgumentAttribute"/>.</typeparam>
public abstract class Command<TOptions> : Command where TOptions : class, new()
{
    private IReadOnlyList<CommandOption>? _options;

    // Read when they are asked for: a cell uses few of the magics.
    /// <inheritdoc/>
    public sealed override IReadOnlyList<CommandOption> Options => _options ??= CommandOption.Of(new TOptions());

    internal sealed override Task RunAsync(MagicContext context)
    {
        var options = new TOptions();
        LineParser.Fill(options, this, context.Line.Words);
        return RunAsync(options, context);
    }

    /// <summary>Does what the line asks.</summary>
    protected abstract Task RunAsync(TOptions options, MagicContext context);
}
