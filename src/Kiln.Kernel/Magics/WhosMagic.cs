using System.Text.RegularExpressions;
using Kiln.Notebooks;

namespace Kiln.Kernel;

/// <summary><c>#!whos</c>: the session's variables with their types and values.</summary>
internal sealed partial class WhosMagic : KernelMagic<NoOptions>
{
    private const int MostCharacters = 80;

    /// <inheritdoc/>
    public override string Name => "#!whos";

    /// <inheritdoc/>
    public override string Summary => "lists your variables with their types and values";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => [];

    /// <summary>What a session without variables shows.</summary>
    public static MimeBundle Nothing => new Report().Aside("There are no variables yet. A cell such as var x = 1; makes one.").ToBundle();

    /// <inheritdoc/>
    protected override Task RunAsync(NoOptions options, MagicContext context, CellHost host)
    {
        var table = new Table(new Column("name"), new Column("type"), new Column("value"));
        foreach (var variable in host.Variables.List()) table.Add(new Cell(variable.Name, true), TypeOf(variable.Type), Preview(variable.Value));
        host.Display(table.Count == 0 ? Nothing : new Report().Put(table).ToBundle());
        return Task.CompletedTask;
    }

    private static string TypeOf(Type type) => TypeNames.IsAnonymous(type) ? "anonymous type" : TypeNames.Short(type);

    private static string Preview(object? value)
    {
        var text = ValueFormatters.Bundle(value, MimeBundle.Plain).Data[MimeBundle.Plain];
        text = BlankPattern().Replace(text, " ").Trim();
        return text.Length <= MostCharacters ? text : text[..(MostCharacters - 1)] + "…";
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex BlankPattern();
}
