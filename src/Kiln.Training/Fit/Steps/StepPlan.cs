namespace Kiln.Training;

/// <summary>Which batches of an epoch make up a step of the optimiser.</summary>
/// <param name="Batches">How the epoch is cut.</param>
/// <param name="Accumulate">Batches in a step; the last step of an epoch may have fewer.</param>
internal readonly record struct StepPlan(BatchPlan Batches, int Accumulate)
{
    /// <summary>Steps in an epoch.</summary>
    public int Steps => (Batches.Count + Accumulate - 1) / Accumulate;

    /// <summary>The step in the epoch that a batch belongs to, counted from 0.</summary>
    public int StepOf(int batch) => batch / Accumulate;

    public bool Begins(int batch) => batch % Accumulate == 0;

    public bool Ends(int batch) => batch % Accumulate == Accumulate - 1 || batch == Batches.Count - 1;

    /// <summary>A batch's share of the examples of its step, so that the sum of gradients is the mean over the examples.</summary>
    public double ShareOf(int batch)
    {
        if (Accumulate == 1) return 1;
        int first = StepOf(batch) * Accumulate;
        int examples = 0;
        for (int i = first; i < Math.Min(first + Accumulate, Batches.Count); i++) examples += Batches.SizeOf(i);
        return Batches.SizeOf(batch) / (double)examples;
    }
}
