namespace Kiln.Notebooks;

/// <summary>Options of <c>#!lsmagic</c>: none.</summary>
internal sealed record ListMagicsOptions;

/// <summary><c>#!lsmagic</c>: all magics with what they do.</summary>
internal sealed class ListMagics : Command<ListMagicsOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!lsmagic";

    /// <inheritdoc/>
    public override string Summary => "lists all magics";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => [];

    /// <inheritdoc/>
    protected override Task RunAsync(ListMagicsOptions options, MagicContext context)
    {
        var report = new Report();
        foreach (var family in context.Table.Commands.Where(command => command.IsListed).GroupBy(command => command.Family))
        {
            var table = new Table(new Column("magic"), new Column("what it does"));
            foreach (var command in family) table.Add(new Cell(command.Name, true), command.Summary);
            report.Head(family.Key).Put(table);
        }
        context.Host.Display(report.Aside("Each of them tells its options with -h.").ToBundle());
        return Task.CompletedTask;
    }
}
