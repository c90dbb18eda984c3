using System.Text;

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
        var text = new StringBuilder();
        foreach (var command in context.Table.Commands) text.Append(command.Name.PadRight(12)).Append(command.Summary).Append('\n');
        text.Append("Each of them tells its options with -h.");
        context.Show(Markup.Preformatted(text.ToString()), text.ToString());
        return Task.CompletedTask;
    }
}
