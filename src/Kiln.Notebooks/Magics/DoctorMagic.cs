namespace Kiln.Notebooks;

/// <summary>Options of <c>#!doctor</c>: none.</summary>
internal sealed record DoctorOptions;

/// <summary><c>#!doctor</c>: what Kiln runs on, and what is wrong with it.</summary>
internal sealed class DoctorMagic : Command<DoctorOptions>
{
    /// <inheritdoc/>
    public override string Name => "#!doctor";

    /// <inheritdoc/>
    public override string Summary => "shows what Kiln runs on here, and what to mend";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => [];

    /// <inheritdoc/>
    protected override Task RunAsync(DoctorOptions options, MagicContext context)
    {
        context.Host.Display(DoctorReport.Of(MachineFacts.Read(LabWorkspace.Current, context.Host.GetType())).ToBundle());
        return Task.CompletedTask;
    }
}
