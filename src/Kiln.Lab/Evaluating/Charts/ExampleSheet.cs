using System.Collections.Immutable;
using System.Globalization;
using Kiln.Charts;
using Kiln.Training;

namespace Kiln;

/// <summary>Pictures of a split with what a model makes of them.</summary>
internal static class ExampleSheet
{
    private const int MostBars = 3;

    /// <summary>The sheet.</summary>
    /// <param name="model">The model.</param>
    /// <param name="examples">The examples, in the order to show them.</param>
    /// <param name="title">What they are.</param>
    public static ImageGrid Of(TrainedModel model, IReadOnlyList<ExamplePrediction> examples, string title) => new()
    {
        Title = title,
        Images = [.. examples.SelectMany(example => Pictures(model, example))],
    };

    private static IEnumerable<GridImage> Pictures(TrainedModel model, ExamplePrediction example)
    {
        var data = model.Data;
        var (width, height) = ((int)data.InputShape[2], (int)data.InputShape[1]);
        var given = new GridImage(Visible(data.PixelsOf(example.Row), data), width, height, Label(model, example))
        {
            Bars = Bars(example),
            IsRight = example.IsRight,
            Saliency = [.. example.Saliency.Select(value => (byte)Math.Round(value * 255))],
        };
        yield return given;
        if (model.Task == LearningTasks.Autoencoding)
            yield return new GridImage(Visible(model.PixelsOf(example.Prediction), data), width, height, "given back");
    }

    private static string Label(TrainedModel model, ExamplePrediction example) => example switch
    {
        { Truth: { } truth, IsRight: true } => $"{truth} · loss {Short(example.Loss)}",
        { Truth: { } truth } => $"truth {truth} · loss {Short(example.Loss)}",
        { TrueValues.IsEmpty: false } when model.Task == LearningTasks.Regression =>
            $"{Short(example.Prediction.Values[0].Value)}, truth {Short(example.TrueValues[0])}",
        _ => $"loss {Short(example.Loss)}",
    };

    private static string Short(double value) => value.ToString(Math.Abs(value) < 100 ? "0.##" : "0", CultureInfo.InvariantCulture);

    /// <summary>The likeliest classes, and the true one where it is not among them.</summary>
    private static ImmutableArray<ClassBar> Bars(ExamplePrediction example)
    {
        if (example.Prediction.Class is null && example.IsRight is null) return [];
        var ranked = example.Prediction.Ranked.Select(value => new ClassBar(value.Name, value.Value) { IsTruth = IsTrue(example, value.Name) }).ToList();
        var shown = ranked.Take(MostBars).ToList();
        if (shown.Count == MostBars && !shown.Any(bar => bar.IsTruth) && ranked.Find(bar => bar.IsTruth) is { } truth) shown[^1] = truth;
        return [.. shown];
    }

    private static bool IsTrue(ExamplePrediction example, string name)
    {
        if (example.Truth is { } truth) return truth == name;
        var place = example.Prediction.Values.Select(value => value.Name).ToList().IndexOf(name);
        return place >= 0 && place < example.TrueValues.Length && example.TrueValues[place] > .5;
    }

    /// <summary>A picture has one channel or three; of others the first is shown.</summary>
    private static ImmutableArray<byte> Visible(byte[] pixels, DataSet data)
    {
        var channels = (int)data.InputShape[0];
        return channels is 1 or 3 ? ImmutableArray.Create(pixels) : [.. Enumerable.Range(0, pixels.Length / channels).Select(i => pixels[i * channels])];
    }
}
