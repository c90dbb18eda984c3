namespace Kiln.Training;

/// <summary>Hints in words about what the curves of a run show, each with its remedy: one line of the table for each.</summary>
public static class TrainingHints
{
    private const int FewestEpochs = 3;

    // Of those about one question only the first that speaks is told: a dead network has no other trouble worth telling.
    private static readonly (HintQuestion Question, string Name, Func<HintContext, string?> Of)[] Table =
    [
        (HintQuestion.Learning, "divergence", DivergenceHint.Of),
        (HintQuestion.Learning, "dead-relu", DeadReluHint.Of),
        (HintQuestion.Learning, "rate-too-high", RateTooHighHint.Of),
        (HintQuestion.Learning, "rate-too-low", RateTooLowHint.Of),
        (HintQuestion.Learning, "underfitting", UnderfittingHint.Of),
        (HintQuestion.Learning, "plateau", PlateauHint.Of),
        (HintQuestion.Generalising, "overfitting", OverfittingHint.Of),
        (HintQuestion.Classes, "class-imbalance", ClassImbalanceHint.Of),
    ];

    /// <summary>Names of all hints, in the order they are looked for.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Table.Select(row => row.Name), "more-epochs"];

    /// <summary>The hints for a run; most runs have none, or only that more epochs may help.</summary>
    /// <param name="context">The run.</param>
    /// <returns>Name and text of each.</returns>
    public static IReadOnlyList<(string Name, string Text)> For(HintContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Epochs.Count < FewestEpochs) return [];
        var told = new HashSet<HintQuestion>(context.Told);
        var hints = new List<(string Name, string Text)>();
        foreach (var (question, name, of) in Table)
        {
            if (told.Contains(question) || of(context) is not { } text) continue;
            told.Add(question);
            hints.Add((name, text));
        }
        if (told.Count > 0) return hints;
        return MoreEpochsHint.Of(context) is { } more ? [("more-epochs", more)] : [];
    }
}
