namespace Kiln.Charts.Tests;

internal static class GridSamples
{
    public static IEnumerable<KeyValuePair<string, Chart>> All { get; } = new Dictionary<string, Chart>
    {
        ["grid-grey"] = new ImageGrid { Title = "digits: 16 of 1,797", Images = [.. Enumerable.Range(0, 16).Select(i => Ring(8, 8, $"{i % 10}"))] },
        ["grid-rgb"] = new ImageGrid { Title = "colours", Columns = 4, Images = [.. Enumerable.Range(0, 6).Select(i => Colors(12, $"hue {i}", i))] },
        ["grid-mistakes"] = new ImageGrid
        {
            Title = "mistakes",
            Columns = 3,
            Images = [Ring(28, 28, "ankle boot"), Ring(28, 28, "shirt, not coat") with { LabelColor = Palette.Warning }, Ring(28, 20, "bag")],
        },
        ["grid-empty"] = new ImageGrid { Title = "samples" },
        ["grid-one-pixel"] = new ImageGrid { Images = [new GridImage([200], 1, 1, "")] },
        ["grid-long-names"] = new ImageGrid { Title = "samples", Images = [.. Enumerable.Range(0, 9).Select(i => Ring(28, 28, $"a very long label, number {i}"))] },
        ["grid-large"] = new ImageGrid { Title = "large", Width = 320, Columns = 2, Images = [Ring(300, 200, "wide"), Ring(100, 300, "high")] },
        ["grid-predictions"] = new ImageGrid
        {
            Title = "fashion-mnist: the 6 worst of the test split",
            Images = [.. Enumerable.Range(0, 6).Select(i => Guess(i, saliency: false))],
        },
        ["grid-saliency"] = new ImageGrid { Title = "what counts", Images = [.. Enumerable.Range(0, 4).Select(i => Guess(i, saliency: true))] },
        ["grid-hostile"] = new ImageGrid { Title = Samples.Hostile, Images = [Ring(8, 8, Samples.Hostile) with { LabelColor = "\"><script>" }, Ring(8, 8, "猫 🙂")] },
    };

    public static GridImage Ring(int width, int height, string label) => new(
        [.. Enumerable.Range(0, width * height).Select(i => (byte)(255 * Math.Exp(-Math.Pow(Radius(i, width, height) - .6, 2) * 12)))],
        width, height, label);

    private static GridImage Guess(int index, bool saliency) =>
        Ring(28, 28, index % 3 == 0 ? "Shirt, loss 0.11" : "truth Shirt, loss 4.27") with
        {
            IsRight = index % 3 == 0,
            Bars =
            [
                new ClassBar(index % 3 == 0 ? "Shirt" : "T-shirt/top", .88 - .1 * index) { IsTruth = index % 3 == 0 },
                new ClassBar("Ankle boot of leather", .07), new ClassBar("Shirt", .014) { IsTruth = index % 3 != 0 }, new ClassBar("Bag", .002),
            ],
            Saliency = saliency ? [.. Enumerable.Range(0, 28 * 28).Select(i => (byte)(255 * Math.Exp(-Math.Pow((i % 28 - 9) / 5.0, 2) - Math.Pow((i / 28 - 12) / 5.0, 2))))] : [],
        };

    private static GridImage Colors(int side, string label, int shift) => new(
        [.. Enumerable.Range(0, side * side * 3).Select(i => (byte)((i / 3 % side * 20 + i / 3 / side * (i % 3) * 9 + shift * 40) % 256))],
        side, side, label);

    private static double Radius(int i, int width, int height)
    {
        var (x, y) = ((i % width + .5) / width * 2 - 1, (i / width + .5) / height * 2 - 1);
        return Math.Sqrt(x * x + y * y);
    }
}
