namespace Kiln.Training;

/// <summary>Hints in words about what the curves of a run show, each with its remedy: one line of the table for each.</summary>
public static class TrainingHints
{
    private const int FewestEpochs = 3;

    // Of those about one question only the first that speaks is told: a dead network has no other trouble worth telling.
    private static readonly (string Question, string Name, Func<HintContext, string?> Of)[] Table =
    [
        ("learning", "divergence", DivergenceHint.Of),
        ("learning", "dead-relu", DeadReluHint.Of),
        ("learning", "rate-too-high", RateTooHighHint.Of),
        ("learning", "rate-too-low", RateTooLowHint.Of),
        ("learning", "underfitting", UnderfittingHint.Of),
        ("learning", "plateau", PlateauHint.Of),
        ("generalising", "overfitting", OverfittingHint.Of),
        ("classes", "class-imbalance", ClassImbalanceHint.Of),
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
        var hints = new List<(string Question, string Name, string Text)>();
        foreach (var (question, name, of) in Table)
        {
            if (hints.All(hint => hint.Question != question) && of(context) is { } text) hints.Add((question, name, text));
        }
        if (hints.Count > 0) return [.. hints.Select(hint => (hint.Name, hint.Text))];
        return MoreEpochsHint.Of(context) is { } more ? [("more-epochs", more)] : [];
    }
}
