using Kiln.Training;

namespace Kiln.Notebooks;

/// <summary>What a language model writes after some beginnings.</summary>
internal static class WrittenText
{
    private const int Beginnings = 3;

    /// <summary>The report.</summary>
    /// <param name="model">The model.</param>
    /// <param name="prompt">The beginning; null takes some from the split.</param>
    /// <param name="examples">Examples of the split, for their beginnings.</param>
    /// <param name="options">Length, temperature, seed.</param>
    public static Report Of(TrainedModel model, string? prompt, IReadOnlyList<ExamplePrediction> examples, ContinueOptions options)
    {
        var report = new Report();
        foreach (var beginning in prompt is { } given ? [given] : examples.Take(Beginnings).Select(example => Beginning(model, example)))
        {
            report.Aside($"After “{beginning.ReplaceLineEndings("↵")}”:");
            report.Code(model.Continue(beginning, options));
        }
        return report.Aside(FormattableString.Invariant($"{options.Length} tokens each, temperature {options.Temperature}, seed {options.Seed}."));
    }

    /// <summary>The first half of an example.</summary>
    private static string Beginning(TrainedModel model, ExamplePrediction example)
    {
        var vocabulary = model.Data.TargetNames;
        var tokens = model.ValuesOf([example.Row])[0];
        var words = tokens.Take(Math.Max(1, Math.Min(20, tokens.Length / 2))).Select(token => vocabulary[(int)token]);
        return string.Join(vocabulary.All(word => word.Length <= 1) ? "" : " ", words);
    }
}
