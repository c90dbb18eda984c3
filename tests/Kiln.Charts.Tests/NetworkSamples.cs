namespace Kiln.Charts.Tests;

internal static class NetworkSamples
{
    public static IEnumerable<KeyValuePair<string, Chart>> All { get; } = new Dictionary<string, Chart>
    {
        ["network-lenet"] = new NetworkDiagram
        {
            Title = "lenet on fashion-mnist",
            Input = "1 × 28 × 28",
            Blocks =
            [
                Conv("Conv2d 5×5", "6 × 28 × 28", 156, "ReLU"), Pool("MaxPool2d 2×2", "6 × 14 × 14"), Conv("Conv2d 5×5", "16 × 10 × 10", 2416, "ReLU"),
                Pool("MaxPool2d 2×2", "16 × 5 × 5"), new NetworkBlock("Flatten") { Shape = "400" }, Linear(120, 48_120, "ReLU"), Linear(84, 10_164, "ReLU"), Linear(10, 850),
            ],
        },
        ["network-residual"] = Residual(3),
        ["network-deep"] = Residual(18),
        ["network-nested"] = new NetworkDiagram
        {
            Input = "32",
            Blocks = [Linear(32, 1056), Linear(32, 1056, "ReLU"), Linear(32, 1056), Linear(10, 330)],
            Skips = [new NetworkSkip(0, 2), new NetworkSkip(1, 1), new NetworkSkip(1, 2, "Linear")],
        },
        ["network-60"] = new NetworkDiagram { Title = "60 layers", Input = "16", Blocks = [.. Enumerable.Range(1, 60).Select(i => Linear(16 + i % 3, 272, i % 2 == 0 ? "ReLU" : ""))] },
        ["network-one"] = new NetworkDiagram { Input = "4", Blocks = [Linear(3, 15)] },
        ["network-empty"] = new NetworkDiagram { Title = "nothing" },
        ["network-long-names"] = new NetworkDiagram
        {
            Title = new string('n', 90),
            Input = "1 × 1024 × 1024 × 1024 × 1024",
            Blocks = [new NetworkBlock(new string('m', 60)) { Detail = new string('d', 80), Shape = "1024 × 1024 × 1024 × 1024", Parameters = 123_456_789_012 }],
            Skips = [new NetworkSkip(0, 0, new string('s', 50))],
        },
        ["network-hostile"] = new NetworkDiagram
        {
            Title = Samples.Hostile,
            Input = Samples.Hostile,
            Blocks = [new NetworkBlock(Samples.Hostile) { Detail = "猫 🙂", Shape = Samples.Hostile }],
            Skips = [new NetworkSkip(0, 0, Samples.Hostile)],
        },
    };

    private static NetworkDiagram Residual(int blocks)
    {
        var parts = new List<NetworkBlock> { Conv("Conv2d 3×3", "16 × 32 × 32", 464, "BatchNorm2d · ReLU") };
        var skips = new List<NetworkSkip>();
        for (var i = 0; i < blocks; i++)
        {
            var size = 32 >> (3 * i / blocks);
            var shape = $"{16 * 32 / size} × {size} × {size}";
            skips.Add(new NetworkSkip(parts.Count, parts.Count + 1, i > 0 && 3 * i / blocks != 3 * (i - 1) / blocks ? "Conv2d 1×1" : ""));
            parts.Add(Conv("Conv2d 3×3", shape, 2336, "BatchNorm2d · ReLU"));
            parts.Add(Conv("Conv2d 3×3", shape, 2336, "BatchNorm2d"));
            parts.Add(new NetworkBlock("ReLU") { Shape = shape });
        }
        parts.Add(Pool("GlobalAvgPool", "64"));
        parts.Add(Linear(10, 650));
        return new NetworkDiagram { Title = $"resnet of {blocks} blocks", Input = "3 × 32 × 32", Blocks = [.. parts], Skips = [.. skips] };
    }

    private static NetworkBlock Conv(string name, string shape, long parameters, string detail) =>
        new(name) { Shape = shape, Parameters = parameters, Detail = detail, Family = NetworkFamily.Convolution };

    private static NetworkBlock Pool(string name, string shape) => new(name) { Shape = shape, Family = NetworkFamily.Pooling };

    private static NetworkBlock Linear(int size, long parameters, string detail = "") =>
        new("Linear") { Shape = $"{size}", Parameters = parameters, Detail = detail, Family = NetworkFamily.Linear };
}
