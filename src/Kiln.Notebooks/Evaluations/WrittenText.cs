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
        var beginnings = prompt is { } given ? [given] : examples.Take(Beginnings).Select(example => Beginning(model, example)).ToList();
        for (var i = 0; i < beginnings.Count; i++)
        {
            report.Aside($"After “{beginnings[i].ReplaceLineEndings("↵")}”:");
            report.Code(model.Continue(beginnings[i], options with { Seed = options.Seed + i }));
        }
        return report.Aside(FormattableString.Invariant($"{options.Length} tokens each, temperature {options.Temperature}, seed {options.Seed}."));
    }

    /// <summary>The first half of an example.</summary>
    private static string Beginning(TrainedModel model, ExamplePrediction example) =>
        model.TextOf(example.Row, (int)Math.Clamp(model.Data.InputShape[0] / 2, 1, 20));
}
