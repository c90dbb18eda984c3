namespace Kiln.Notebooks;

/// <summary>Options of <c>#!shared</c>: none.</summary>
internal sealed record SharedOptions;

/// <summary><c>#!shared</c>: helper code that definitions may use.</summary>
internal sealed class SharedMagic : Command<SharedOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!shared";

    /// <inheritdoc/>
    public override string Summary => "marks the types and functions below it as helper code that model definitions may use";

    /// <inheritdoc/>
    public override bool TakesBody => true;

    /// <inheritdoc/>
    public override bool HasCode => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["#!shared\nstatic double Half(double x) => x / 2;"];

    /// <inheritdoc/>
    protected override async Task RunAsync(SharedOptions options, MagicContext context)
    {
        if (string.IsNullOrWhiteSpace(context.Part.Body))
            throw new MagicException("#!shared marks the C# below it, but there is none. Write types and functions on the lines after it.");
        var evaluation = await context.Host.RunSharedAsync(CellLine.Map(context.Part) + context.Part.Body, context.Host.Interrupted);
        if (evaluation.Captures.Count == 0) LabWorkspace.Current.Sources.AddShared(context.Part.Text);
        else
            context.Host.Display(new Report().Note($"This shared code uses {string.Join(", ", evaluation.Captures)} of the session, which is not shared: "
                + "models that use it train here, but cannot be rebuilt elsewhere. Move it into a #!shared cell too.").ToBundle());
    }
}
