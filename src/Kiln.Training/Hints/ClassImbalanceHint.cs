namespace Kiln.Training;

/// <summary>Rare classes are never answered, and nothing was done about their rarity.</summary>
internal static class ClassImbalanceHint
{
    private const int MostNames = 3;

    public static string? Of(HintContext context)
    {
        if (context.Findings is not { Imbalance: >= RunProbe.Imbalanced, NeverAnswered.Length: > 0 } found || context.Options.ClassWeights != "none") return null;
        string names = string.Join(", ", found.NeverAnswered.Take(MostNames)) + (found.NeverAnswered.Length > MostNames ? ", …" : "");
        return FormattableString.Invariant($"Class imbalance: the most frequent class has {found.Imbalance:0.#} times as many examples as the rarest, and the model never answers {names}; accuracy hides that. ")
            + "Try --class-weights balanced, and judge by --metrics f1.";
    }
}
