namespace Kiln.Charts.Tests;

internal static class ConfusionSamples
{
    private static readonly string[] Clothes =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    public static IEnumerable<KeyValuePair<string, Chart>> All { get; } = new Dictionary<string, Chart>
    {
        ["confusion-2"] = new ConfusionMatrix { Title = "spam", ClassNames = ["ham", "spam"], Counts = [95, 5, 12, 38] },
        ["confusion-10"] = Of("fashion-mnist, test split", Clothes, 1000),
        ["confusion-30"] = Of("30 classes", [.. Enumerable.Range(1, 30).Select(k => $"class {k}")], 40),
        ["confusion-200"] = Of("200 classes", [.. Enumerable.Range(1, 200).Select(k => $"class {k}")], 50),
        ["confusion-empty"] = new ConfusionMatrix { Title = "nothing" },
        ["confusion-no-examples"] = new ConfusionMatrix { ClassNames = ["a", "b"], Counts = [0, 0, 0, 0] },
        ["confusion-large-counts"] = new ConfusionMatrix { ClassNames = ["no", "yes"], Counts = [123_456_789, 42, 13_000, 99_999] },
        ["confusion-hostile"] = new ConfusionMatrix { Title = Samples.Hostile, ClassNames = [Samples.Hostile, "猫 🙂"], Counts = [3, 1, 2, 4] },
    };

    /// <summary>Most examples of a class are right; the mistakes fall on its neighbours.</summary>
    private static ConfusionMatrix Of(string title, string[] names, int each)
    {
        var counts = new long[names.Length * names.Length];
        for (var i = 0; i < names.Length; i++)
            for (var k = 0; k < each; k++)
            {
                var distance = Samples.Noise(i * each + k) > .5 - .03 * (i % 7) ? 1 + (k + i) % 5 : 0;
                counts[i * names.Length + (i + distance) % names.Length]++;
            }
        return new ConfusionMatrix { Title = title, ClassNames = [.. names], Counts = [.. counts] };
    }
}
