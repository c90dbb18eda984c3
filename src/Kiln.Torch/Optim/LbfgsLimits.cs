namespace TorchSharp;

/// <summary>When L-BFGS ends its iterations and how much it remembers.</summary>
internal sealed record LbfgsLimits(long MaxIter, long MaxEval, double ToleranceGrad, double ToleranceChange, long HistorySize)
{
    public void Check()
    {
        AtLeastOne("max_iter", MaxIter);
        AtLeastOne("max_eval", MaxEval);
        AtLeastOne("history_size", HistorySize);
    }

    private static void AtLeastOne(string name, long value)
    {
        if (value < 1) throw new ArgumentOutOfRangeException(name, $"LBFGS: expected {name} of at least 1, got {value}.");
    }
}
