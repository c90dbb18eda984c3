namespace Kiln.Notebooks;

/// <summary>The registry: one line for each magic.</summary>
internal static class AllMagics
{
    /// <summary>All magics, in the order in which a beginner meets them.</summary>
    public static IReadOnlyList<Command> List { get; } =
    [
        new DataMagic(),
        new ModelMagic(),
        new LrFindMagic(),
        new TrainMagic(),
        new EvaluateMagic(),
        new PredictMagic(),
        new SearchMagic(),
        new RunsMagic(),
        new CompareMagic(),
        new ExportMagic(),
        new SharedMagic(),
        new DoctorMagic(),
        new ListMagics(),
    ];
}
