using Kiln.Notebooks;

namespace Kiln.Interactive;

/// <summary>Options of <c>#!kiln-help</c>.</summary>
internal sealed record KilnHelpOptions
{
    [Argument("MAGIC", "the magic to explain, with or without its #!", Required = false)]
    public string Magic { get; init; } = "";
}

/// <summary><c>#!kiln-help</c>: Kiln's magics, and what is typed differently in .NET Interactive.</summary>
internal sealed class KilnHelpMagic : Command<KilnHelpOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!kiln-help";

    /// <inheritdoc/>
    public override string Summary => "lists Kiln's magics, or explains one of them";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!kiln-help", "#!kiln-help train"];

    /// <inheritdoc/>
    protected override async Task RunAsync(KilnHelpOptions options, MagicContext context)
    {
        if (options.Magic.Length > 0) await context.Table.RunAsync(new MagicPart($"#!{options.Magic.TrimStart('#', '!')} -h", "", 1), context.Host);
        else context.Host.Display(Page(context.Table).ToBundle());
    }

    private static Report Page(CommandTable table)
    {
        var magics = new Table(new Column("magic"), new Column("what it does"));
        foreach (var magic in Magics.All) magics.Add(new Cell(magic.Name, true), magic.Description);
        var spelling = new Table(new Column("Kiln's own kernel"), new Column("here"));
        foreach (var (own, here) in Spellings) spelling.Add(new Cell(own, true), new Cell(here, true));
        return new Report()
            .Head("Kiln in .NET Interactive").Put(magics)
            .Aside("Each of them tells its options with -h, or as #!kiln-help train.")
            .Head("What is typed differently here").Put(spelling)
            .Aside("A magic that was just installed is known from the next cell on.");
    }

    // What the directive parser of .NET Interactive refuses before a magic sees its line.
    private static IEnumerable<(string Own, string Here)> Spellings =>
    [
        ("#!train net --epochs=5", "#!train net --epochs 5"),
        ("#!runs note 3f2a 'worth a look'", "#!runs note 3f2a \"worth a look\""),
        ("#!search random net --space lr={1e-3,1e-2}", "#!search random net --space \"lr={1e-3,1e-2}\""),
        ("#!data csv @input:\"Which file?\"", "#!data csv houses.csv"),
    ];
}
